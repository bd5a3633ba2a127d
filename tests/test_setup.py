"""pyproject.toml, requirements.lock and environment.yml describe one and the same set-up."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
RENEW = "renew the lock with: make lock"
LOCKED = {  # name -> the versions locked (several where Python versions differ)
    name: re.findall(rf"^{re.escape(name)}==([^\s;]+)", LOCK, re.MULTILINE)
    for name in re.findall(r"^([a-z0-9][a-z0-9._-]*)==", LOCK, re.MULTILINE)
}
EXTRAS = PROJECT["optional-dependencies"].values()
REQUIREMENTS = [Requirement(line) for lines in (PROJECT["dependencies"], *EXTRAS) for line in lines]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=str)
def test_lock_satisfies_pyproject(requirement):
    versions = LOCKED.get(canonicalize_name(requirement.name), [])
    assert versions, RENEW
    assert all(version in requirement.specifier for version in versions), RENEW


def test_every_locked_package_has_hashes():
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_lock_names_no_host():
    assert not re.search(r"https?://|file:|--index-url|--find-links", LOCK)


def test_environment_installs_the_lock_and_nothing_else():
    *conda, pip = ENVIRONMENT["dependencies"]
    assert pip == {"pip": ["-r requirements.lock"]}
    assert [spec.split()[0] for spec in conda] == ["python", "pip"]


def test_environment_has_the_python_of_pyproject():
    _name, bounds = ENVIRONMENT["dependencies"][0].split(" ")
    assert SpecifierSet(bounds) == SpecifierSet(PROJECT["requires-python"])
