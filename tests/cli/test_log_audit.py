"""``coretech register audit`` and ``coretech log audit``: recomputed, and since an older head."""

import json
import signal
import subprocess
from pathlib import Path

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.register.models import ItemVersion
from coretech.cli.installation.register.log_audit import HowFar, watched
from coretech.engines.ledger.consistency import consistent
from coretech.engines.ledger.signing import Signer, checkpoint_note, checkpoint_text
from coretech.engines.ledger.verify import open_checkpoint, read_keys, unbase64
from tests.cli.conftest import COMMAND, Run
from tests.factories.audit_factories import add_acts, behind, unguard

HASH = 32


@pytest.fixture
def old(run: Run, tmp_path: Path) -> Path:
    """A head kept as a file, and ten acts since."""
    note = run("register", "checkpoint", "--json").data["note"]
    add_acts(10)
    file = tmp_path / "old-head"
    file.write_text(note, encoding="utf-8")
    return file


def test_a_sound_log_holds(run: Run) -> None:
    ran = run("register", "audit", "--json")

    assert ran.status == 0
    assert ran.data["broken"] == []
    assert (ran.data["size"], ran.data["faults"]) == (Act.objects.count(), 0)
    assert ran.data["rows"] >= 46
    assert "Everything holds." in run("log", "audit").out


def test_a_changed_entry_of_the_register_is_named(run: Run) -> None:
    unguard("register_itemversion")
    key = ItemVersion.objects.get(item__number=12).pk
    behind("UPDATE register_itemversion SET name_zh = name_zh || '等' WHERE id = %s", [key])

    ran = run("register", "audit")

    assert ran.status == 1
    assert f"register_itemversion/{key}: name_zh differs from what was written" in ran.out


def test_since_an_older_head_the_log_only_grew_and_the_proof_can_be_checked(run: Run, old: Path) -> None:
    ran = run("register", "audit", "--since", str(old), "--json")
    since = ran.data["since"]
    keys = read_keys(run("register", "key").out)
    _, size, root = open_checkpoint(since["checkpoint"], keys)
    _, old_size, old_root = open_checkpoint(old.read_text(encoding="utf-8"), keys)

    assert (ran.status, since["holds"], since["size"], old_size + 10) == (0, True, old_size, size)
    assert consistent(old_size, old_root, size, root, [unbase64(each, HASH) for each in since["path"]])
    assert "the log only grew" in run("register", "audit", "--since", str(old)).out


def test_the_older_head_may_come_by_standard_input(own_home: dict[str, str]) -> None:
    head = subprocess.run([*COMMAND, "register", "checkpoint"], env=own_home, capture_output=True, check=True)
    audit = [*COMMAND, "register", "audit", "--since", "-", "--json"]
    ran = subprocess.run(audit, env=own_home, input=head.stdout, capture_output=True, check=True)

    assert json.loads(ran.stdout)["since"]["holds"] is True


def test_a_log_that_was_rewritten_since_does_not_continue_the_head(run: Run, old: Path) -> None:
    unguard("audit_act")
    behind("UPDATE audit_act SET public = '{\"seats\": 26}' WHERE seq = 3")
    behind("UPDATE audit_act SET leaf_hash = decode(repeat('00', 32), 'hex') WHERE seq = 3")

    ran = run("register", "audit", "--since", str(old), "--json")

    assert ran.status == 1
    assert ran.data["since"]["holds"] is False
    assert any("act 3" in each for each in ran.data["broken"])


def test_a_log_cut_short_is_told_by_a_head_that_is_ahead_of_it(run: Run, old: Path) -> None:
    old.write_text(run("register", "checkpoint", "--json").data["note"], encoding="utf-8")
    size = Act.objects.count()
    unguard("audit_act")
    behind("DELETE FROM audit_act WHERE seq > 5")

    ran = run("register", "audit", "--since", str(old))

    assert ran.status == 1
    assert f"checkpoint over {size} acts: the log no longer reaches as far as it signed" in ran.out
    assert f"This head is over {size} acts, and the log holds 5 now" in ran.out


def test_a_head_of_another_log_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "foreign"
    text = checkpoint_text("elsewhere.example/log", 3, bytes(32))
    file.write_text(checkpoint_note(text, Signer("elsewhere.example/log", bytes(32))), encoding="utf-8")

    ran = run("register", "audit", "--since", str(file))

    assert (ran.status, ran.out) == (1, "")
    assert "another log" in ran.err


def test_a_forged_head_is_refused(run: Run, old: Path) -> None:
    text, _, signatures = old.read_text(encoding="utf-8").partition("\n\n")
    origin, size, root = text.split("\n")
    old.write_text(f"{origin}\n{int(size) - 1}\n{root}\n\n{signatures}", encoding="utf-8")

    ran = run("register", "audit", "--since", str(old))

    assert (ran.status, ran.out) == (1, "")
    assert "forged" in ran.err


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff\xfe", b"a/log\n3\n"])
def test_what_is_no_head_is_bad_input(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "head"
    file.write_bytes(content)

    ran = run("register", "audit", "--since", str(file))

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.strip()


def test_a_truncated_head_is_bad_input(run: Run, old: Path) -> None:
    whole = old.read_text(encoding="utf-8")
    for length in (len(whole) // 3, len(whole) - 1, len(whole) - 10):
        old.write_text(whole[:length], encoding="utf-8")

        assert run("register", "audit", "--since", str(old)).status == 2


def test_a_head_that_is_not_there_is_bad_input(run: Run, tmp_path: Path) -> None:
    ran = run("register", "audit", "--since", str(tmp_path / "nowhere"))

    assert (ran.status, ran.out) == (2, "")
    assert "nowhere" in ran.err


def test_a_long_audit_says_how_far_it_has_come(capsys: pytest.CaptureFixture[str]) -> None:
    silent, far = HowFar(), HowFar(every=0)
    for told in (silent, far):
        told(20_480, 1_000_000)

    assert capsys.readouterr().err == "已重算 20,480 / 1,000,000 筆 · acts recomputed\n"


def test_an_interrupted_audit_says_that_nothing_is_concluded(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(far: HowFar) -> None:
        far(2_048, 100_000)
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        watched(interrupted)

    assert "已中斷，沒有結論（重算了 2,048 / 100,000 筆）" in capsys.readouterr().err
