"""Opening deliveries: what is in them in which order, and which of them are refused before anything is expanded."""

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import BadArchive, Limits, TooMuch, members


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(files: dict[str, bytes], **options: Any) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", **options) as archive:
        for name, content in files.items():
            archive.addfile(entry(name, len(content)), io.BytesIO(content))
    return packed.getvalue()


def entry(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.size, made.type, made.linkname = size, kind, link
    return made


def headed(*entries: tarfile.TarInfo) -> bytes:
    """A tar of headers whose files are not there."""
    return b"".join(one.tobuf(tarfile.GNU_FORMAT) for one in entries) + bytes(1024)


def contents(path: Path, name: str = "", limits: Limits | None = None) -> dict[str, bytes]:
    found = {}
    for member in members(path, name, limits):
        with member.open() as stream:
            found[member.name] = stream.read()
    return found


@pytest.fixture
def delivery(tmp_path):
    def write(content: bytes, name: str = "d") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<a/>", {"d": b"<a/>"}),
        (b"", {"d": b""}),
        (b"P", {"d": b"P"}),
        (gzip.compress(b"<a/>"), {"d": b"<a/>"}),
        (gzip.compress(b"<a/>") + gzip.compress(b"<b/>"), {"d": b"<a/><b/>"}),
        (zipped({"b.xml": b"1", "a/c.xml": b"2"}), {"d/b.xml": b"1", "d/a/c.xml": b"2"}),
        (zipped({"x.xml.gz": gzip.compress(b"1")}), {"d/x.xml": b"1"}),
        (gzip.compress(zipped({"x.xml": b"1"})), {"d/x.xml": b"1"}),
        (zipped({"i.zip": zipped({"x": b"1"}), "y": b"2"}), {"d/i.zip/x": b"1", "d/y": b"2"}),
        (zipped({"i.zip": zipped({"j.zip": zipped({"x": b"1"})})}), {"d/i.zip/j.zip/x": b"1"}),
        (zipped({"a": b"1"}, zipfile.ZIP_LZMA), {"d/a": b"1"}),
        (zipped({"a": b"1"}, zipfile.ZIP_STORED), {"d/a": b"1"}),
        (zipped({}), {}),
        (tarred({"b.xml": b"1", "a/c.xml": b"22"}), {"d/b.xml": b"1", "d/a/c.xml": b"22"}),
        (gzip.compress(tarred({"./x.xml": b"1"})), {"d/./x.xml": b"1"}),
        (tarred({"x.zip": zipped({"y": b"1"}), "x.gz": gzip.compress(b"2")}), {"d/x.zip/y": b"1", "d/x": b"2"}),
        (zipped({"x.tgz": gzip.compress(tarred({"y": b"1"}))}), {"d/x.tgz/y": b"1"}),
        (tarred({"a" * 200: b"1"}, format=tarfile.PAX_FORMAT), {"d/" + "a" * 200: b"1"}),
        (tarred({"a" * 200: b"1"}, format=tarfile.GNU_FORMAT), {"d/" + "a" * 200: b"1"}),
        (tarred({"a": b"1"}, format=tarfile.USTAR_FORMAT), {"d/a": b"1"}),
        (headed(entry("dir", kind=tarfile.DIRTYPE), entry("._a/.DS_Store")), {}),
        (bytes(2048), {"d": bytes(2048)}),
        (
            zipped({"dir/": b"", "dir/a": b"1", "__MACOSX/._a": b"x", "dir/.DS_Store": b"x", "Thumbs.db": b"x"}),
            {"d/dir/a": b"1"},
        ),
    ],
)
def test_what_is_in_a_delivery_in_the_order_of_the_archive(delivery, content, found):
    assert list(contents(delivery(content)).items()) == list(found.items())


def test_a_spreadsheet_is_one_file_and_no_archive(delivery):
    sheet = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"})
    assert contents(delivery(sheet)) == {"d": sheet}
    assert contents(delivery(zipped({"s.xlsx": sheet}))) == {"d/s.xlsx": sheet}


def test_a_delivery_is_called_as_it_was_received(delivery):
    assert list(contents(delivery(b"<a/>"), "Patente_2670.xml")) == ["Patente_2670.xml"]
    assert list(contents(delivery(gzip.compress(b"<a/>")), "Patente_2670.xml.gz")) == ["Patente_2670.xml"]


def test_a_member_can_be_opened_twice(delivery):
    for content in (b"<a/>", gzip.compress(b"<a/>"), zipped({"x": b"<a/>"}), zipped({"i.zip": zipped({"x": b"<a/>"})})):
        for member in members(delivery(content)):
            for _ in range(2):
                with member.open() as stream:
                    assert stream.read() == b"<a/>"


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8})?\.xml", fullmatch=True), st.binary(max_size=2000), max_size=8
    )
)
def test_a_zip_gives_back_what_was_put_in(files):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "d"
        path.write_bytes(zipped({name: b"." + content for name, content in files.items()}))
        assert contents(path) == {f"d/{name}": b"." + content for name, content in files.items()}


def encrypted(content: bytes) -> bytes:
    """Set the bit that says a member is encrypted, in its header and in the directory."""
    packed = bytearray(zipped({"a": content}))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


def lying(content: bytes, declared: int) -> bytes:
    """Declare another size than the member has."""
    packed = bytearray(zipped({"a": content}))
    for place in (22, packed.index(b"PK\x01\x02") + 24):
        packed[place : place + 4] = declared.to_bytes(4, "little")
    return bytes(packed)


def damaged(content: bytes) -> bytes:
    packed = bytearray(zipped({"a": content}, zipfile.ZIP_STORED))
    packed[packed.index(content)] ^= 0xFF
    return bytes(packed)


SMALL = Limits(members=5, member_bytes=10_000, total_bytes=20_000, ratio=20, ratio_from=5_000, name_length=50)
FOUR_DEEP = zipped({"1.zip": zipped({"2.zip": zipped({"3.zip": zipped({"x": b"1"})})})})
REFUSED = {
    "a way out": (zipped({"../../etc/passwd": b"x"}), "leads out"),
    "a way out by backslashes": (zipped({"a\\..\\..\\x": b"x"}), "leads out"),
    "a way out in the middle": (zipped({"a/../../x": b"x"}), "leads out"),
    "an absolute name": (zipped({"/etc/passwd": b"x"}), "leads out"),
    "a drive": (zipped({"C:/x": b"x"}), "leads out"),
    "a control character": (zipped({"a\nb": b"x"}), "leads out"),
    "a long name": (zipped({"a" * 60: b"x"}), "longer than 50"),
    "too many files": (zipped({str(n): b"x" for n in range(6)}), "more than 5 files"),
    "too many files in all": (
        zipped({f"{n}.zip": zipped({"x": b"1", "y": b"2"}) for n in range(4)}),
        "more than 5 files",
    ),
    "a large file": (zipped({"a": bytes(range(256)) * 45}, zipfile.ZIP_STORED), "larger than"),
    "too much in all": (
        zipped({str(n): bytes(range(256)) * 20 for n in range(5)}, zipfile.ZIP_STORED),
        "expands to more",
    ),
    "a zip bomb": (zipped({"a": b"0" * 9_000}), "20-fold"),
    "a gzip bomb": (gzip.compress(b"0" * 1_000_000), "expands to more than"),
    "a gzip bomb in a zip": (zipped({"a.gz": gzip.compress(b"0" * 100_000)}), "expands to more than"),
    "four deep": (FOUR_DEEP, "more than 3 deep"),
    "gzip in gzip in gzip in gzip": (
        gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x")))),
        "more than 3 deep",
    ),
    "encrypted": (encrypted(b"secret"), "encrypted"),
    "no directory": (zipped({"a": b"x" * 50})[:40], "damaged"),
    "a header and nothing else": (b"PK\x03\x04", "damaged"),
    "a broken gzip": (gzip.compress(bytes(range(256)) * 30)[:100], "end early"),
    "a gzip with another sum": (gzip.compress(b"abc")[:-8] + b"\x00" * 8, "damaged"),
    "a damaged member": (damaged(b"some content"), "damaged"),
    "more than declared": (lying(b"some content", 5), "damaged"),
    "a way out of a tar": (tarred({"../a": b"1"}), "leads out"),
    "an absolute name in a tar": (tarred({"/etc/a": b"1"}), "leads out"),
    "a link in a tar": (headed(entry("a", kind=tarfile.SYMTYPE, link="/etc/passwd")), "a link and no file"),
    "a hard link in a tar": (headed(entry("a", kind=tarfile.LNKTYPE, link="b")), "a link and no file"),
    "a device in a tar": (headed(entry("a", kind=tarfile.CHRTYPE)), "a link and no file"),
    "a tar cut off": (tarred({"a": b"x" * 4000})[:2000], "damaged"),
    "a tar with another block": (tarred({"a": b"1"})[:1024] + b"x" * 512, "damaged"),
    "a large file in a tar": (tarred({"a": b"x" * 12_000}), "larger than"),
    "many files in a tar": (tarred({str(n): b"" for n in range(12)}), "more than 5 files"),
    "a tar that says it is larger": (headed(entry("a", 9_000)), "damaged"),
    "a large name in a tar": (headed(entry("a", 1 << 30, tarfile.GNUTYPE_LONGNAME)), "larger than 1 MiB"),
    "a large remark in a tar": (headed(entry("a"), entry("x", 1 << 30, tarfile.XHDTYPE)), "larger than 1 MiB"),
    "a tar bomb": (gzip.compress(tarred({str(n): bytes(9_000) for n in range(9)})), "expands to more than"),
    "bzip2": (bz2.compress(b"<a/>"), "packed with bzip2; deliver it as a zip"),
    "xz in a zip": (zipped({"a.xz": lzma.compress(b"<a/>")}), "packed with xz"),
    "RAR": (b"Rar!\x1a\x07\x01\x00", "packed with RAR"),
}


@pytest.mark.parametrize(("content", "says"), REFUSED.values(), ids=REFUSED)
def test_a_hostile_or_broken_archive_ends_in_a_sentence(delivery, content, says):
    with pytest.raises(BadArchive, match=says) as caught:
        contents(delivery(content), limits=SMALL)
    assert str(caught.value).startswith("d")


def test_what_the_directory_says_is_refused_before_anything_is_read(delivery):
    walk = members(delivery(zipped({"a": b"1", "b": b"0" * 9_000})), limits=SMALL)
    with pytest.raises(BadArchive, match="20-fold"):
        next(walk)


def test_a_gzip_is_not_expanded_beyond_its_limit(delivery):
    (member,) = members(delivery(gzip.compress(b"0" * 10_000_000)), limits=SMALL)
    with member.open() as stream:
        assert stream.read(1_000) == b"0" * 1_000
        with pytest.raises(BadArchive):
            stream.read()


def test_a_damaged_file_does_not_hide_those_after_it(delivery):
    broken = gzip.compress(b"abc")[:-4]
    walk = members(delivery(zipped({"a.gz": broken, "b": b"2"})))
    with next(walk).open() as stream, pytest.raises(BadArchive, match=r"d/a\.gz"):
        stream.read()
    with next(walk).open() as stream:
        assert stream.read() == b"2"


def test_the_ordinary_limits_let_an_office_s_data_through(delivery):
    text = b"".join(b"<p>paragraph %d</p>\n" % n for n in range(400_000))
    assert len(contents(delivery(zipped({"a": text})))["d/a"]) == len(text)
    assert len(contents(delivery(gzip.compress(text)))["d"]) == len(text)


@pytest.mark.parametrize(
    "inner",
    [zipped({"x": b"1"})[:-30], zipped({"../x": b"1"}), encrypted(b"1"), FOUR_DEEP, b"PK\x03\x04"],
    ids=["damaged", "a way out", "encrypted", "deep", "a head"],
)
def test_an_inner_archive_that_is_refused_does_not_hide_the_other_files(delivery, inner):
    found = {}
    for member in members(delivery(zipped({"a": b"1", "b.zip": inner, "c": b"3"}))):
        try:
            with member.open() as stream:
                found[member.name] = stream.read()
        except BadArchive as error:
            found[member.name] = str(error)
    assert (found["d/a"], found["d/c"]) == (b"1", b"3")
    assert [name for name, said in found.items() if isinstance(said, str) and name.startswith("d/b.zip")]


def test_a_delivery_too_large_as_a_whole_is_refused_wherever_it_shows(delivery):
    many = zipped({"a": b"1", "b.zip": zipped({str(n): b"x" for n in range(6)}), "c": b"3"})
    with pytest.raises(TooMuch):
        list(members(delivery(many), limits=SMALL))
