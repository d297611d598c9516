"""Commands on what this installation keeps; importing this package sets Django up, and no other command does."""

from coretech.cli.django import load

load()
