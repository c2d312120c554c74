"""``recollect evaluate`` and ``recollect train``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.indexing import Json
from app.cli.output import plainly, print_json, say, tell
from app.cli.progress import Bar, interruptible
from core.errors import Cancelled, RecollectError
from core.jobs import Progress, Token


@plainly
def evaluate(
    captions: Annotated[
        # No brackets in a help text: they are taken for colours, and disappear.
        Path | None,
        typer.Argument(help="Karpathy's JSON, or a JSON object of file to captions, by splits or not."),
    ] = None,
    folder: Annotated[Path | None, typer.Argument(help="Where the photos are.")] = None,
    model: Annotated[str, typer.Option(help="A model's name, id or folder.")] = "starter",
    words: Annotated[Path | None, typer.Option(help="TOML of words: precision@10 of each.")] = None,
    bands: Annotated[list[Path] | None, typer.Option(help="TOML of queries: how well bands are cut.")] = None,
    names: Annotated[Path | None, typer.Option(help="A list of names to choose from.")] = None,
    regions: Annotated[
        bool, typer.Option("--regions", help="Find things of --masks, pasted small into the photos.")
    ] = False,
    masks: Annotated[
        list[Path] | None, typer.Option(help="A folder of photos with masks: how well parts are named.")
    ] = None,
    why: Annotated[
        list[Path] | None, typer.Option(help="A folder of photos with masks: how true “why” is.")
    ] = None,
    segmenter: Annotated[str, typer.Option(help="The model that sees parts of photos.")] = "starter-regions",
    as_json: Json = False,
) -> None:
    """Measure how well a model finds photos by their captions, in memory; your library is not touched.

    With --names, CAPTIONS holds each photo's accepted names and is asked zero-shot.
    With --masks or --why, the photos and masks of that folder are judged, and no captions are needed.
    Example: recollect evaluate captions.json photos --words words.toml --bands queries.toml
    """
    about_parts = regions or bool(masks) or bool(why)
    if (captions is None or folder is None) and (regions or not about_parts):
        raise typer.BadParameter("captions and the folder of their photos are needed.")
    if regions and not masks:
        raise typer.BadParameter("--regions needs --masks, the things to paste.")
    token = Token()
    with interruptible(token), Bar() as bar:

        def progress(done: int, total: int) -> None:
            bar.event(Progress(done, total, "Encoding photos"))

        try:
            if about_parts:
                things = masks or []
                asked = captions, folder, things, why or []
                report = _of_parts(model, segmenter, asked, token, progress, paste=regions)
            else:
                assert captions is not None and folder is not None
                report = _of_wholes(model, captions, folder, words, bands, names, token, progress)
        except Cancelled:
            raise KeyboardInterrupt from None
    if as_json:
        print_json(report)
    else:
        for line in [*_lines(report), *_part_lines(report)]:
            say(line)


def _of_wholes(
    model: str,
    captions: Path,
    folder: Path,
    words: Path | None,
    bands: list[Path] | None,
    names: Path | None,
    token: Token,
    progress: Callable[[int, int], None],
) -> dict[str, Any]:
    from core.library.measuring import Judge

    judge = Judge.of(model, token=token, progress=progress)
    try:
        return {"model": judge.card.id, **_report(judge, captions, folder, words, bands, names)}
    finally:
        judge.close()


def _of_parts(
    model: str,
    segmenter: str,
    asked: tuple[Path | None, Path | None, list[Path], list[Path]],
    token: Token,
    progress: Callable[[int, int], None],
    *,
    paste: bool,
) -> dict[str, Any]:
    """``asked``: captions, their photos, folders with masks to paste from or to name, folders for "why"."""
    from core.library.measuring_regions import RegionJudge, why_of

    captions, folder, masks, why = asked
    report: dict[str, Any] = {}
    if why:
        report["why"] = {str(place): asdict(why_of(model, place, token, progress)) for place in why}
    if masks:
        judge = RegionJudge.of(model, segmenter, token=token, progress=progress)
        try:
            report |= {"model": judge.encoder.card.id, "segmenter": judge.segmenter.card.id}
            if paste and captions is not None and folder is not None:
                report["regions"] = asdict(judge.pastes(captions, folder, masks))
            else:
                report["masks"] = {str(place): asdict(judge.masks(place)) for place in masks}
        finally:
            judge.close()
    return report


def _report(
    judge: Any, captions: Path, folder: Path, words: Path | None, bands: list[Path] | None, names: Path | None
) -> dict[str, Any]:
    report: dict[str, Any] = {}
    if names is not None:
        report["naming"] = asdict(judge.naming(captions, names, folder))
    elif words is None and not bands:
        report["retrieval"] = asdict(judge.retrieval(captions, folder))
    if words is not None:
        rows = judge.words(words, captions, folder)
        report["words"] = {
            "precision_at_10": sum(row.precision for row in rows) / len(rows),
            "rows": [asdict(row) for row in rows],
        }
    if bands:
        report["bands"] = asdict(judge.bands(bands, captions, folder))
    return report


def _lines(report: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    if found := report.get("retrieval"):
        lines.append(f"{found['photos']} photos, {found['captions']} captions, {found['unread']} unreadable")
        for way in ("text_to_photo", "photo_to_text"):
            recall = "  ".join(f"R@{k} {share:.3f}" for k, share in found[way].items())
            lines.append(f"{way.replace('_', ' '):14} {recall}")
    if found := report.get("naming"):
        lines.append(f"naming of {found['photos']} photos over {found['names']} names:")
        lines.append(f"  first {found['top1']:.3f}, among five {found['top5']:.3f}")
        lines += [f"  missed {file}: {', '.join(five)}" for file, five in found["missed"]]
    if found := report.get("words"):
        lines += [
            f"  {row['query']:24} {row['precision']:.2f} ({row['right']} right)" for row in found["rows"]
        ]
        lines.append(f"precision@10 of {len(found['rows'])} words: {found['precision_at_10']:.3f}")
    if found := report.get("bands"):
        lines += [_band_line(row) for row in found["rows"]]
        lines.append(f"Strong: macro precision {found['precision']:.3f}, macro recall {found['recall']:.3f}")
        lines.append(
            f"“nothing matches clearly” for {found['absurd_unclear']:.1%} of {found['absurd']} absurd"
            f" and {found['answerable_unclear']:.1%} of {found['answerable']} answerable queries"
        )
    return lines


def _part_lines(report: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    if found := report.get("regions"):
        lines += [
            f"{found['pastes']} things pasted into {found['photos']} photos, R@10 of their names:",
            f"  plain words {found['without']:.3f}, with parts {found['with_parts']:.3f},"
            f" part: {found['parts_alone']:.3f}",
            f"R@10 of {found['captions']} captions: {found['captions_without']:.4f},"
            f" with parts {found['captions_with_parts']:.4f}",
        ]
    for place, found in report.get("masks", {}).items():
        lines += [
            f"{place}: {found['photos']} photos, {found['votes']} votes",
            f"  pointing {found['pointing']:.3f}, naming the whole photo {found['whole']:.3f}",
            f"  in photos with two classes or more ({found['several']} votes):"
            f" {found['several_pointing']:.3f} and {found['several_whole']:.3f}",
            f"  mask IoU {found['mean_iou']:.3f}: "
            + ", ".join(f"{name} {share:.2f}" for name, share in found["iou"].items()),
        ]
    for place, found in report.get("why", {}).items():
        lines.append(f"{place}: {found['photos']} photos; share of the heat inside the mask, of the photo:")
        for row in [found["overall"], *found["rows"]]:
            lines.append(
                f"  {row['name']:20} {row['photos']:5} photos  {row['inside']:.3f} and {row['covered']:.3f}"
                f"  hottest inside {row['hottest']:.3f}"
            )
    return lines


def _band_line(row: dict[str, Any]) -> str:
    clear = "" if row["clear"] else "  nothing clear"
    if row["absurd"]:
        return f"  {row['text']:32} absurd, {row['strong']} strong{clear}"
    return (
        f"  {row['text']:32} precision {row['precision']:.2f} recall {row['recall']:.2f}"
        f" ({row['strong']} strong, {row['right']} right){clear}"
    )


@plainly
def train(
    recipe: Annotated[str | None, typer.Argument(help="The recipe's name.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="Name the recipes.")] = False,
    data: Annotated[Path | None, typer.Option(help="Folder with the training photos.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the finished model.")] = None,
    work: Annotated[Path | None, typer.Option(help="Folder for what can be resumed.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of all chance.")] = 0,
    chosen: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="An option of the recipe.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Train a model by a recipe; safe to interrupt, the same command goes on.

    Example: recollect train fine-tune --set model=CLIP_FOLDER --data my-photos --out my-clip
    """
    from core.library import measuring

    if listed or recipe is None:
        known = measuring.recipes()
        if as_json:
            print_json([asdict(info) for info in known])
            return
        for info in known:
            say(f"{info.name}: {info.sentence} About {info.minutes} minutes on two cores.")
        return
    if recipe not in {info.name for info in measuring.recipes()}:
        raise RecollectError("train.unknown_recipe", name=recipe)
    if data is None:
        raise RecollectError("train.no_data")
    if out is None:
        raise RecollectError("train.no_out")
    token = Token()
    with interruptible(token):
        try:
            figures = measuring.train(
                recipe,
                data,
                out,
                work or out.with_name(out.name + ".work"),
                seed=seed,
                options=chosen or (),
                token=token,
                progress=lambda sentence, share: tell(f"{share:4.0%} {sentence}"),
            )
        except Cancelled:
            raise KeyboardInterrupt from None
    if as_json:
        print_json(figures)
    else:
        for key, value in figures.items():
            say(f"{key} {value:.4f}")
