"""What pages hand to their templates is what the templates use."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields

import pytest
from jinja2 import nodes

from tallybook.web import pages
from tallybook.web.desk import Desk, Page
from tallybook.web.rendering import environment

for module in pkgutil.iter_modules(pages.__path__):
    importlib.import_module(f"{pages.__name__}.{module.name}")


def every(kind: type[Page]) -> Iterator[type[Page]]:
    """All kinds of page."""
    for one in kind.__subclasses__():
        yield one
        yield from every(one)


PAGES = sorted(set(every(Page)), key=lambda kind: kind.__name__)


def used(name: str, template: str) -> set[str]:
    """The attributes of ``name`` that a template uses, with those that it extends, includes or imports."""
    environment_ = environment()
    source, _, _ = environment_.loader.get_source(environment_, template)  # type: ignore[union-attr]
    tree = environment_.parse(source)
    found = {
        one.attr
        for one in tree.find_all(nodes.Getattr)
        if isinstance(one.node, nodes.Name) and one.node.name == name
    }
    for other in tree.find_all((nodes.Extends, nodes.Include, nodes.Import)):
        named = getattr(other, "template", None)
        if isinstance(named, nodes.Const):
            found |= used(name, named.value)
    return found


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
def test_a_page_hands_over_what_its_template_uses(kind: type[Page]) -> None:
    """Every field is used, and every use is a field (or a method) of the page."""
    given = {one.name for one in fields(kind)}
    in_template = used("page", kind.template)
    assert given - in_template - {"title"} == set()
    assert {one for one in in_template if not hasattr(kind, one)} - given == set()


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
def test_every_field_is_explained(kind: type[Page]) -> None:
    """The docstring, or that of the page it is a part of, names each field."""
    words = " ".join(inspect.cleandoc(one.__doc__ or "") for one in kind.__mro__ if issubclass(one, Page))
    assert [one.name for one in fields(kind) if not re.search(rf"\b{one.name}\b", words)] == []


@pytest.mark.parametrize("template", environment().list_templates())
def test_templates_know_the_desk(template: str) -> None:
    """What templates ask of the desk is there."""
    assert used("desk", template) <= {one.name for one in fields(Desk)}


@pytest.mark.parametrize("template", environment().list_templates())
def test_templates_hold_nothing_that_the_policy_forbids(template: str) -> None:
    """No inline script, style or handler, and nothing from elsewhere: the browser would refuse it."""
    source, _, _ = environment().loader.get_source(environment(), template)  # type: ignore[union-attr]
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", source, re.IGNORECASE)
    assert not re.search(r"<script(?![^>]*\ssrc=\"/static/)", source, re.IGNORECASE)
    assert not re.search(r"(src|href)=\"(https?:)?//", source, re.IGNORECASE)
    assert "|safe" not in source.replace(" ", "")
