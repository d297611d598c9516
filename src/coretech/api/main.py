"""The API's one object; each noun adds its router."""

from coretech.api import (
    accounts,
    agreements,
    amendments,
    announcements,
    appointments,
    attachments,
    bodies,
    candidates,
    case_kinds,
    case_steps,
    cases,
    comments,
    consultations,
    designations,
    documents,
    dossier,
    dossier_versions,
    duties,
    handlers,
    indicators,
    item_steps,
    item_votes,
    items,
    law,
    law_duties,
    law_explain,
    links,
    log,
    me,
    meeting_notices,
    meetings,
    minutes,
    observers,
    panels,
    papers,
    periods,
    plans,
    postings,
    pre_announcements,
    problem_kinds,
    register,
    register_files,
    register_keeping,
    remarks,
    replies,
    requests,
    reviews,
    room,
    rounds,
    sheets,
    steering,
    supplies,
)
from coretech.api.application import Api
from coretech.api.auth import SIGNED_IN
from coretech.api.parameters import known_parameters_only
from coretech.api.reading import StrictJson
from coretech.api.rendering import PlainJson

DESCRIPTION = """國家核心關鍵技術清單、法規與案件。 The list of national core key technologies, its law and its cases.

The list, the announcements, the pre-announcements and the law are public; everything else asks for a token
(`Authorization: Bearer …`) or a session, and shows what that account may see. Every write is one act of the log.
Every error is a problem document (RFC 9457) with its sentence in Chinese and English, and the ruling behind it."""

ROUTERS = {
    "/register": (
        register_files.router,
        register.router,
        register_keeping.items,
        log.items,
    ),
    "/webhooks": (register_files.webhooks,),
    "/announcements": (announcements.router, register_keeping.scans),
    "/pre-announcements": (pre_announcements.router,),
    "/comments": (comments.router,),
    "/law": (law_duties.router, law_explain.router, law.router),
    "/candidates": (candidates.router,),
    "/rounds": (rounds.router,),
    "/keepers": (rounds.keepers,),
    "/cases": (
        cases.router,
        case_steps.router,
        case_kinds.router,
        panels.cases,
        dossier.router,
        dossier_versions.router,
        remarks.router,
        consultations.of_case,
        attachments.cases,
        documents.cases,
    ),
    "/consultations": (consultations.router,),
    "/attachments": (attachments.attachments,),
    "/bodies": (bodies.router, appointments.to_body, minutes.statistics),
    "/appointments": (appointments.router,),
    "/designations": (designations.router,),
    "/meetings": (
        meetings.router,
        meeting_notices.router,
        replies.router,
        observers.router,
        room.router,
        papers.meeting_papers,
        minutes.router,
    ),
    "/papers": (papers.papers,),
    "/items": (items.router, item_steps.router, item_votes.router, panels.items, papers.item_recusals),
    "/agreements": (agreements.router,),
    "/panels": (panels.router,),
    "/links": (links.router,),
    "/plans": (plans.router, periods.router, steering.router, indicators.router),
    "/sheets": (sheets.router,),
    "/entries": (amendments.entries,),
    "/amendments": (amendments.router,),
    "/requests": (requests.router,),
    "/reviews": (reviews.router,),
    "/supplies": (supplies.router,),
    "/supply-returns": (supplies.returns,),
    "/duties": (duties.router,),
    "/log": (log.router,),
    "/me": (me.router,),
    "/accounts": (accounts.router,),
    "/postings": (postings.router,),
    "/agencies": (postings.agencies,),
    "/templates": (documents.templates,),
    "/problems": (problem_kinds.router,),
}

api = Api(
    title="coretech",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    docs_url=None,
    auth=list(SIGNED_IN),
    parser=StrictJson(),
    renderer=PlainJson(),
)
api.add_decorator(known_parameters_only, mode="view")
handlers.register(api)
for prefix, routers in ROUTERS.items():
    for router in routers:
        api.add_router(prefix, router)
