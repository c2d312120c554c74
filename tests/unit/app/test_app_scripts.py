"""Which letters a model can read."""

import pytest

from app.scripts import readable, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("dog in the snow", "Latin"),
        ("Straßenküche", "Latin"),
        ("собака в снегу", "Cyrillic"),
        ("雪里的狗", "Chinese"),
        ("雪の中のいぬたち", "Japanese"),
        ("눈 속의 개", "Korean"),
        ("σκύλος", "Greek"),
        ("2021-05 🏖 ---", None),
        ("", None),
        ("IMG_1234 狗", "Latin"),
    ],
)
def test_the_script_of_most_letters(text, script):
    assert script_of(text) == script


def test_a_model_reads_the_scripts_of_its_languages():
    assert readable("dog", ["en"]) and readable("perro", ["en"])
    assert not readable("雪里的狗", ["en"])
    assert readable("雪里的狗", ["en", "zh"]) and readable("雪里的狗", ["zh-CN"])
    assert not readable("dog", ["ru"])
    assert readable("собака", ["multilingual"]) and readable("собака", [])
    assert readable("12:30 🏖", ["en"])
