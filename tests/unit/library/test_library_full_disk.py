"""A window's indexing on a full disk: paused with the reason said, and gone on when the person says so."""

from __future__ import annotations

from pathlib import Path

from tests.harm import in_namespace, needs_mount
from tests.photos import make_photos


@needs_mount
def test_a_full_disk_pauses_the_windows_indexing_wherever_it_strikes(
    tiny_model: Path, tmp_path: Path
) -> None:
    make_photos(tmp_path / "photos", 40, size=(900, 700))
    (tmp_path / "disk").mkdir()
    done = in_namespace(
        """
        import shutil, subprocess, sys, time
        from pathlib import Path
        disk, photos, model = map(Path, sys.argv[1:4])
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=5m", "none", str(disk)], check=True)
        from core.jobs import Failed, Finished
        from core.library import Library
        library = Library.open(disk / "home")
        library.settings.set("model.active", str(model)); library.settings.set("precision", "fp32")
        library.add_folder(photos)
        heard, told = [], []
        library.on_change(lambda change: told.append(change.facts.get("error")))

        def until(what):
            end = time.monotonic() + 60
            while not what() and time.monotonic() < end:
                time.sleep(0.05)
            assert what(), (heard, told)

        filler = disk / "filler"

        def fill(left):
            filler.write_bytes(b"x" * (shutil.disk_usage(disk).free - left))

        fill(0)  # not even the looking can be written down
        library.watch(heard.append)
        library.index(None, heard.append)
        until(lambda: library.paused)
        print("paused", sorted({error.code for error in told if error is not None}))
        filler.unlink()
        fill(150_000)  # the photos are noted, their thumbnails find no room
        library.resume()
        until(lambda: library.paused)
        print("noted", library.status().photos)
        filler.unlink()
        library.resume()
        until(lambda: any(isinstance(event, Finished) for event in heard))
        print("failed", [event for event in heard if isinstance(event, Failed)])
        summary = next(event.result for event in heard if isinstance(event, Finished))
        print("done", summary.indexed, library.status().embedded)
        library.close()
        """,
        tmp_path / "disk",
        tmp_path / "photos",
        tiny_model,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    expected = ["paused ['disk.full']", "noted 40", "failed []", "done 40 40"]
    assert done.stdout.splitlines() == expected, (done.stdout, done.stderr[-3000:])
    assert "Traceback" not in done.stderr
