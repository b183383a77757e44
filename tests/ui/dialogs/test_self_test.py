"""Does my token really work? In plain words, with one PIN."""

from __future__ import annotations

from tests.practising import PIN
from tests.ui.at_work import HK, NETCA, AtWork
from tests.ui.sample import certificate
from tokenmgr.actions import self_test
from tokenmgr.ui.dialogs.self_test import _result


def carry_out(work: AtWork, serial: str, pin: str) -> None:
    work.run("self-test", serial)
    work.press("Test")
    work.until(lambda: work.sheet is not None and work.sheet.accessibleName() == "Enter PIN")
    work.type("PIN", pin)
    work.press("OK")
    work.until(lambda: work.sheet is not None and work.sheet.accessibleName() != "Enter PIN" and not work.sheet.working)


def test_signing_and_decrypting_are_told(work: AtWork) -> None:
    carry_out(work, HK, PIN[HK])
    words = work.words()
    assert "陳大文 CHAN Tai Man (practice): works" in words
    assert "It signed, and the signature is right. It decrypted, and the result is right." in words
    assert work.tries(HK) == 15
    work.press("Close")
    assert work.sheet is None


def test_each_certificate_has_its_own_result(work: AtWork) -> None:
    carry_out(work, NETCA, PIN[NETCA])
    words = work.words()
    assert "It signed, and the signature is right." in words
    assert "It decrypted, and the result is right." in words
    assert words.count(": works") == 2


def test_a_wrong_pin_tests_nothing(work: AtWork) -> None:
    carry_out(work, HK, "87654321")
    assert work.tries(HK) == 14
    assert ": works" not in work.words()
    assert "14" in work.words()


def test_cancel_at_the_pin_leaves_the_button(work: AtWork) -> None:
    work.run("self-test", HK)
    work.press("Test")
    work.until(lambda: work.sheet is not None and work.sheet.accessibleName() == "Enter PIN")
    work.press("Cancel")
    work.until(lambda: work.sheet is not None and work.sheet.accessibleName() != "Enter PIN" and not work.sheet.working)
    work.press("Test")
    work.until(lambda: work.sheet is not None and work.sheet.accessibleName() == "Enter PIN")
    work.press("Cancel")
    assert work.tries(HK) == 15


def test_what_failed_says_why(work: AtWork) -> None:
    found = certificate(work.token(HK), "someone", 10)
    assert _result(self_test.Tested(found, None, None, "key-missing")).accessibleName() == (
        "someone: does not work The key to this certificate is not on the token."
    )
    untested = _result(self_test.Tested(found, None, None)).accessibleName()
    assert "not tested" in untested
    assert "a kind that this program cannot test, such as SM2. That says nothing against the token." in untested
    assert (
        "does not fit the certificate"
        in _result(self_test.Tested(found, None, None, "self-test-failed")).accessibleName()
    )
