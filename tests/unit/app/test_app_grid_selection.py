import numpy as np

from app.grid.selection import Selection


def chosen(selection: Selection) -> list[int]:
    return selection.indices.tolist()


def test_click_ctrl_shift():
    s = Selection(10)
    s.click(3)
    assert chosen(s) == [3]
    s.click(6, shift=True)
    assert chosen(s) == [3, 4, 5, 6]
    s.click(1, shift=True)  # the anchor stays where the first click was
    assert chosen(s) == [1, 2, 3]
    s.click(8, ctrl=True)
    assert chosen(s) == [1, 2, 3, 8]
    s.click(2, ctrl=True)
    assert chosen(s) == [1, 3, 8]
    s.click(5, ctrl=True, shift=True)  # adds the range from the last ctrl-click
    assert chosen(s) == [1, 2, 3, 4, 5, 8]
    s.click(0)
    assert chosen(s) == [0]


def test_clicks_beside_the_list_change_nothing():
    s = Selection(3)
    s.click(7)
    s.click(-1)
    assert chosen(s) == []
    empty = Selection(0)
    empty.move(4)
    empty.everything()
    assert (empty.number, empty.current) == (0, -1)


def test_keys_move_extend_and_walk():
    s = Selection(5)
    s.move(2)
    s.move(3, shift=True)
    s.move(4, shift=True)
    assert chosen(s) == [2, 3, 4]
    s.move(3, shift=True)
    assert chosen(s) == [2, 3]
    s.move(0, ctrl=True)
    assert (chosen(s), s.current) == ([2, 3], 0)
    s.move(99)
    assert (chosen(s), s.current) == ([4], 4)
    s.move(-5)
    assert chosen(s) == [0]


def test_shift_without_an_anchor_starts_at_the_first():
    s = Selection(5)
    s.click(2, shift=True)
    assert chosen(s) == [0, 1, 2]


def test_band_adds_or_toggles_over_what_was_chosen():
    s = Selection(6)
    s.click(0)
    before = s.chosen.copy()
    s.band(np.array([0, 1, 2]), before, toggle=True)
    assert chosen(s) == [1, 2]
    s.band(np.array([1]), before, toggle=True)  # the band shrank
    assert chosen(s) == [0, 1]
    s.band(np.array([4]), before, toggle=False)
    assert chosen(s) == [0, 4]
    assert before.tolist() == [True, False, False, False, False, False]


def test_everything_and_nothing():
    s = Selection(4)
    s.everything()
    assert (s.number, s.current) == (4, 0)
    s.nothing()
    assert (s.number, s.current) == (0, 0)


def test_a_new_list_keeps_the_same_photos_chosen():
    s = Selection(4)
    s.click(1)
    s.click(3, ctrl=True)
    old = np.array([10, 11, 12, 13])
    fresh = s.carried(old, np.array([99, 13, 12, 11]))
    assert chosen(fresh) == [1, 3]
    assert fresh.current == 1
    gone = s.carried(old, np.array([1, 2]))
    assert (chosen(gone), gone.current) == ([], -1)


def test_when_the_current_photo_leaves_its_next_neighbour_takes_over():
    old = np.arange(10, 20)
    s = Selection(10)
    s.click(4)
    assert s.carried(old, old[old != 14]).current == 4
    assert s.carried(old, np.array([19, 11])).current == 0  # the next one that is left, wherever it stands
    assert s.carried(old, np.array([12, 11])).current == 0
    assert s.carried(old, np.empty(0, np.int64)).current == -1
    assert s.carried(old, old[::-1]).current == 5
    assert s.carried(old, old[old != 14]).number == 0
