"""The register as SKOS: a scheme, its sectors, a concept for each item and a resource for each of its versions."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS

from coretech.kit.sentence import Sentence
from coretech.readers.register_files.days import standing
from coretech.readers.register_files.records import (
    ENDING,
    LICENCE_ADDRESS,
    About,
    Entry,
    Note,
    RegisterFile,
)
from coretech.readers.register_files.vocabulary import (
    ELI,
    EN,
    ORG,
    SCHEMA,
    ZH,
    Addresses,
    Term,
    empty_graph,
    literal,
)

LAW = Sentence("國家核心關鍵技術認定辦法", "Regulations for Determining National Core Key Technologies")


def graph_of(file: RegisterFile) -> Graph:
    """The whole file as one graph; the same file gives the same statements."""
    if file.about is None:
        message = "a graph says what it is about"
        raise ValueError(message)
    builder = _Builder(file.about)
    builder.scheme(file.about)
    for entry in file.entries:
        builder.version(entry)
    for _, item in groupby(file.entries, key=lambda entry: entry.no):
        builder.item(tuple(item))
    return builder.graph


class _Builder:
    """Adds statements to a graph, each thing once."""

    def __init__(self, about: About) -> None:
        self.at = Addresses(about.base)
        self.graph = empty_graph(self.at.prefixes())

    def scheme(self, about: About) -> None:
        scheme = self.at.scheme
        self._type(scheme, SKOS.ConceptScheme)
        self._words(scheme, DCTERMS.title, about.title.zh, about.title.en)
        self._value(scheme, Term(self.at.own.part), about.part)
        self._add(scheme, DCTERMS.license, URIRef(LICENCE_ADDRESS))
        self._add(scheme, ELI.based_on, self.at.law)
        self._type(self.at.law, ELI.LegalResource)
        self._words(self.at.law, DCTERMS.title, LAW.zh, LAW.en)
        self._value(scheme, Term(self.at.own.asOf), about.as_of)
        self._value(scheme, Term(self.at.own.knownAt), about.known_at)
        self._value(scheme, Term(SCHEMA.version), about.edition)
        if about.remark is not None:
            self._words(scheme, RDFS.comment, about.remark.zh, about.remark.en)

    def version(self, entry: Entry) -> None:
        """A version with everything that is known of it alone."""
        version, own = self.at.version(entry.ref), self.at.own
        self._type(version, PROV.Entity)
        self._type(version, own.Version)
        self._add(version, DCTERMS.isVersionOf, self.at.item(entry.no))
        for name, term in self.at.facts().items():
            self._value(version, term, getattr(entry, name))
        for name, term in self.at.former_names().items():
            for former in getattr(entry, name):
                self._value(version, term, former)
        self._add(version, own.authority, self._authority(entry))
        self._add(version, own.sector, self._sector(entry))
        self._add(version, DCTERMS.source, self._announcement(entry))
        self._kin(version, entry)

    def item(self, item: Sequence[Entry]) -> None:
        """An item as its newest version tells it, with what belongs to all of them."""
        concept, stands = self.at.item(item[0].no), standing(tuple(item))
        current = stands[-1]
        self._type(concept, SKOS.Concept)
        self._add(concept, SKOS.inScheme, self.at.scheme)
        self._value(concept, Term(SKOS.notation), str(current.no))
        self._words(concept, SKOS.prefLabel, current.name_zh, current.name_en)
        self._words(concept, SKOS.definition, current.scope_zh, current.scope_en)
        self._other_names(concept, current, stands)
        self._add(concept, SKOS.broader, self.at.sector(current.sector))
        self._add(concept, DCTERMS.creator, self.at.agency(current.authority))
        self._value(concept, Term(SCHEMA.validFrom), current.in_force_since)
        if current.change in ENDING:
            self._value(concept, Term(OWL.deprecated), value=True)
            self._value(concept, Term(SCHEMA.validThrough), current.valid_from - dt.timedelta(days=1))
        for entry in item:
            self._add(concept, DCTERMS.hasVersion, self.at.version(entry.ref))
        for at, note in enumerate(current.notes, 1):
            self._note(concept, at, note)
        for match in current.matches:
            self._add(concept, SKOS[match.relation], URIRef(match.target))
        for before, after in pairwise(stands):
            self._follows(before, after)

    def _other_names(self, concept: URIRef, current: Entry, stands: Iterable[Entry]) -> None:
        """What the item was called before, and as the announcement prints it where that is damaged."""
        zh = {*current.former_names_zh, *(each.name_zh for each in stands)}
        zh |= {each.name_announced for each in stands if each.damaged}
        en = {*current.former_names_en, *(each.name_en for each in stands)}
        for name in zh - {current.name_zh}:
            self._value(concept, Term(SKOS.altLabel, ZH), name)
        for name in en - {current.name_en}:
            self._value(concept, Term(SKOS.altLabel, EN), name)

    def _follows(self, before: Entry, after: Entry) -> None:
        older, newer = self.at.version(before.ref), self.at.version(after.ref)
        self._add(newer, DCTERMS.replaces, older)
        self._add(older, DCTERMS.isReplacedBy, newer)
        self._add(newer, PROV.wasDerivedFrom, older)

    def _kin(self, version: URIRef, entry: Entry) -> None:
        """What it corrects, what it goes on from, and what it goes on in."""
        if entry.corrects is not None:
            corrected = self.at.version(entry.ref._replace(version=entry.corrects))
            self._add(version, PROV.wasRevisionOf, corrected)
            self._add(version, DCTERMS.replaces, corrected)
        for ref in entry.continues:
            self._add(version, self.at.own.continues, self.at.version(ref))
            self._add(version, PROV.wasDerivedFrom, self.at.version(ref))
        for ref in entry.continued_by:
            self._add(version, self.at.own.continuedBy, self.at.version(ref))
            self._add(version, DCTERMS.isReplacedBy, self.at.version(ref))

    def _sector(self, entry: Entry) -> URIRef:
        sector = self.at.sector(entry.sector)
        self._type(sector, SKOS.Concept)
        self._add(sector, SKOS.inScheme, self.at.scheme)
        self._add(sector, SKOS.topConceptOf, self.at.scheme)
        self._add(self.at.scheme, SKOS.hasTopConcept, sector)
        self._value(sector, Term(SKOS.notation), entry.sector)
        self._words(sector, SKOS.prefLabel, entry.sector_zh, entry.sector_en)
        return sector

    def _authority(self, entry: Entry) -> URIRef:
        """The agency, which stays the same while its name changes; the version says what it was called."""
        agency = self.at.agency(entry.authority)
        self._type(agency, ORG.FormalOrganization)
        self._value(agency, Term(DCTERMS.identifier), entry.authority)
        self._words(agency, RDFS.label, entry.authority_zh, entry.authority_en)
        return agency

    def _announcement(self, entry: Entry) -> URIRef:
        announcement = self.at.announcement(entry.edition)
        self._type(announcement, ELI.LegalResource)
        self._add(announcement, ELI.based_on, self.at.law)
        for name, term in self.at.announced().items():
            self._value(announcement, term, getattr(entry, name))
        return announcement

    def _note(self, concept: URIRef, at: int, note: Note) -> None:
        node = URIRef(f"{concept}#note-{at}")
        self._add(concept, SKOS.scopeNote, node)
        self._value(node, Term(DCTERMS.title), note.topic)
        self._words(node, RDF.value, note.zh, note.en)
        self._value(node, Term(DCTERMS.bibliographicCitation), note.source)

    def _words(self, node: URIRef, property_: URIRef, zh: str, en: str) -> None:
        self._value(node, Term(property_, ZH), zh)
        self._value(node, Term(property_, EN), en)

    def _value(self, node: URIRef, term: Term, value: object) -> None:
        """State a value; what is empty is not stated."""
        if value not in ("", None, False):
            self.graph.add((node, term.property, literal(value, term.language)))

    def _type(self, node: URIRef, kind: URIRef) -> None:
        self._add(node, RDF.type, kind)

    def _add(self, node: URIRef, property_: URIRef, other: URIRef) -> None:
        self.graph.add((node, property_, other))
