"""Messages in the language of the reader: every template of the code has its Korean, and is recognised by it."""

from __future__ import annotations

import ast
import inspect
import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.support import Run

from clipper import labels
from clipper.cli import cli, language
from clipper.cli.language import of_locale
from clipper.cli.messages import catalogue, parts_of, told, told_failure
from clipper.errors import ReadError
from clipper.records import Failure

SOURCE = Path(__file__).parents[2] / "src" / "clipper"
# Who sees these edits the files of clipper itself; and what is no error of ours.
NOT_TOLD = ("DataError", "ValueError", "TypeError", "AttributeError", "ImportError", "KeyError", "tarfile.ReadError")


def templates() -> Iterator[tuple[str, str]]:
    """Messages and hints of errors, and lines of standard error, as they are written in the code: `{}` for each part
    that varies."""
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                where = f"{file.relative_to(SOURCE)}:{node.lineno}"
                yield from ((text, where) for argument in said_by(node) for text in texts(argument))


def said_by(call: ast.Call) -> list[ast.expr]:
    name = ast.unparse(call.func)
    if not name.endswith(("Error", "complain", "BadParameter")) or name.endswith(NOT_TOLD):
        return []
    return [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "hint")]


def texts(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)]
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    if isinstance(node, ast.BoolOp):
        return [text for value in node.values for text in texts(value)]
    return []


def helps() -> Iterator[str]:
    """The paragraphs of help pages; of examples and lists only the headings."""
    context = click.Context(cli)
    for command in (cli, *(cli.get_command(context, name) for name in cli.list_commands(context))):
        assert command is not None
        for text in (command.help or "", command.epilog or ""):
            for paragraph in inspect.cleandoc(text).split("\n\n"):
                yield paragraph.split("\n")[1] if paragraph.startswith("\b") else " ".join(paragraph.split())
        yield from (" ".join(param.help.split()) for param in command.params if isinstance(param, click.Option) and param.help)


def in_catalogue() -> set[str]:
    return {english.replace("{message}", "{}") for english in catalogue()}


def test_every_message_of_the_code_has_its_korean() -> None:
    words = {text: where for text, where in templates() if re.search("[A-Za-z]{2}", text.replace("pip install", ""))}
    assert len(words) > 100
    missing = {text: where for text, where in words.items() if text not in in_catalogue() and "clipper-ko[" not in text}
    assert missing == {}, "write these into src/clipper/data/messages.ko.toml"


def test_every_help_text_has_its_korean() -> None:
    assert [text for text in helps() if text and text not in catalogue()] == []


@pytest.mark.parametrize("english", catalogue())
def test_a_translation_has_the_parts_of_its_template(english: str) -> None:
    slots = len(re.findall(r"\{(?:message)?\}", english))
    korean = catalogue()[english]
    assert {int(number) for number in re.findall(r"\{(\d)\}", korean)} == set(range(slots))
    assert re.search("[가-힣]", korean) or korean == "SQLite: {0}"


@pytest.mark.parametrize("english", [english for english in catalogue() if "{" in english])
def test_a_message_is_recognised_by_its_template(english: str) -> None:
    letters = iter(string.ascii_uppercase)
    message = re.sub(r"\{(?:message)?\}", lambda _: f"«{next(letters)}»", english)
    korean = re.sub(r"\{(\d)\}", lambda slot: f"«{string.ascii_uppercase[int(slot[1])]}»", catalogue()[english])
    assert told(message, "ko") == korean
    assert told(message, "en") == message


def test_a_message_inside_a_message_is_told_too() -> None:
    message = "Invalid value for '-j' / '--jobs': 'a' is not a valid integer range."
    assert told(message, "ko") == "'-j' / '--jobs' 값이 잘못되었습니다: 'a'은(는) 정수가 아닙니다."
    assert told("the site answered 503 Service Unavailable for robots.txt", "ko").startswith("robots.txt 요청에 사이트의 응답")


def test_what_nobody_translated_stays_as_it_is() -> None:
    assert told("Bad file descriptor", "ko") == "Bad file descriptor"


def test_an_error_is_told_with_its_place_and_hint() -> None:
    error = ReadError("is a folder", where="a/b", hint="clipper batch reads folders")
    assert told_failure(error, "ko") == "a/b: read: 폴더입니다 (폴더는 clipper batch가 읽습니다)"
    assert told_failure(Failure.of(error), "ko") == told_failure(error, "ko")
    assert told_failure(error, "en") == str(error) == str(Failure.of(error))


@given(st.lists(st.text("ab{", max_size=3), min_size=2, max_size=4), st.lists(st.text("ab ", max_size=3), min_size=3, max_size=3))
def test_the_parts_of_a_message_make_it_again(fixed: list[str], parts: list[str]) -> None:
    message = interleaved(fixed, parts)
    found = parts_of(message, "{}".join(fixed))
    assert found is not None
    assert interleaved(fixed, found) == message


def interleaved(fixed: list[str], parts: Sequence[str]) -> str:
    return fixed[0] + "".join(part + piece for part, piece in zip(parts, fixed[1:], strict=False))


@pytest.mark.parametrize(("environment", "expected"), [
    ({}, "en"), ({"LANG": "ko_KR.UTF-8"}, "ko"), ({"LANG": "ko"}, "ko"), ({"LANG": "kok_IN"}, "en"),
    ({"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"), ({"LC_MESSAGES": "ko_KR", "LC_ALL": ""}, "ko"),
    ({"LC_ALL": "C", "LANG": "ko_KR"}, "en"), ({"LANG": "Korean_Korea.949"}, "ko"),
])
def test_the_locale_chooses_the_language(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert of_locale(environment) == expected


def test_the_languages_to_choose_from_are_those_of_the_labels() -> None:
    assert language.LANGUAGES == labels.LANGUAGES


def test_on_windows_the_locale_of_python_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("Korean_Korea", "949"))
    assert of_locale({}) == "ko"


def test_lang_goes_before_the_locale_and_ends_with_the_run(clipper: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert "폴더입니다" in clipper("clean", ".").stderr.decode()
    assert b"is a folder" in clipper("--lang", "en", "clean", ".").stderr
    assert b"is a folder" in clipper("clean", ".", "--lang", "en").stderr
    assert "폴더입니다" in clipper("clean", ".").stderr.decode()


def test_codes_and_stages_stay_english(clipper: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    done = clipper("batch", tmp_path, "--lang", "ko", "--jobs", "1")
    assert b'"code":"empty","stage":"read","message":"the input is empty"' in done.stdout
    assert "read: 입력이 비어 있습니다" in done.stderr.decode()


@pytest.mark.parametrize("command", ["", "fetch", "export"])
def test_help_in_korean_fits_eighty_columns(clipper: Run, command: str) -> None:
    from rich.cells import cell_len

    text = clipper(*filter(None, [command]), "--lang", "ko", "--help").stdout.decode()
    assert text.startswith(f"사용법: {' '.join(filter(None, ['clipper', command]))} [옵션]")
    assert "\0" not in text
    prose, _, _ = text.partition("  예:")
    assert max(map(cell_len, prose.splitlines())) <= 80


COMMANDS = ["", *cli.list_commands(click.Context(cli))]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("help_option", ["-h", "--help"])
def test_lang_may_stand_behind_help(clipper: Run, command: str, help_option: str) -> None:
    behind = clipper(*filter(None, [command]), help_option, "--lang", "ko").stdout.decode()
    assert behind == clipper(*filter(None, [command]), "--lang", "ko", help_option).stdout.decode()
    assert behind.startswith("사용법: ")


def test_help_in_no_language_is_wrong_usage(clipper: Run) -> None:
    done = clipper("batch", "--help", "--lang", "xx")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"'xx' is not one of 'en', 'ko'" in done.stderr


@pytest.mark.parametrize(("language", "first"), [("en", "Usage: "), ("ko", "사용법: ")])
def test_no_arguments_at_all_ask_for_help(clipper: Run, monkeypatch: pytest.MonkeyPatch, language: str, first: str) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    done = clipper()
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == clipper("--help").stdout
    assert done.stderr.decode().startswith(first)


def test_wrong_usage_is_told_in_korean(clipper: Run) -> None:
    done = clipper("export", "x", "--lang", "ko", "--excel", "-o", "o.xlsx")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == "오류: --excel은 --format csv와 함께 씁니다."


WRONG = [
    ["--nosuch"], ["bach"], ["batch"], ["batch", "--nosuch"], ["batch", "--resum", "x"], ["batch", "--min-conf", "1", "x"],
    ["batch", "x", "--resume=3"], ["batch", "x", "-j", "many"], ["batch", "x", "-j", "-1"], ["batch", "x", "--engine", "s"],
    ["batch", "x", "--skip-unchanged", "nowhere"], ["batch", "x", "--skip-unchanged", "."], ["schema", "x"], ["schema", "x", "y"],
]


@pytest.mark.parametrize("args", WRONG, ids=" ".join)
def test_wrong_usage_is_told_in_the_language_asked_for_wherever_it_stands(clipper: Run, args: list[str]) -> None:
    told_first = clipper("--lang", "ko", *args)
    told_last = clipper(*args, "--lang", "ko")
    assert (told_first.returncode, told_last.returncode) == (2, 2)
    assert told_first.stderr == told_last.stderr == clipper(*args, "--lang=ko").stderr
    last = told_first.stderr.decode().splitlines()[-1]
    assert last.startswith("오류: ")
    assert re.search(r"\b(No such|Missing|Invalid|not|does)\b", last) is None


@pytest.mark.parametrize("args", [
    ["--nosuch", "--", "--lang", "ko"], ["--nosuch", "--lang", "xx"], ["--nosuch", "--lang"], ["--nosuch", "--lang", "ko", "--lang=en"],
])
def test_what_asks_for_no_language_changes_none(clipper: Run, args: list[str]) -> None:
    assert b"Error: No such option '--nosuch'" in clipper("batch", *args).stderr
