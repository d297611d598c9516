"""The addresses of notices, replies, observers, calendars, stand-ins and agreements."""

from django.urls import URLPattern, path

from coretech.web.agreement.page import agreement_text
from coretech.web.agreement.publishing import agreement_new, agreement_signatures
from coretech.web.agreement.withdrawing import agreement_withdraw
from coretech.web.meetings.agenda import meeting_agenda
from coretech.web.meetings.calendar import meeting_calendar
from coretech.web.meetings.changing import meeting_cancel, notice_change
from coretech.web.meetings.designating import designation, designations
from coretech.web.meetings.notice import notice
from coretech.web.meetings.observers import observers
from coretech.web.meetings.replying import meeting_reply

urlpatterns: list[URLPattern] = [
    path("meetings/<int:meeting_id>/notice/", notice, name="notice"),
    path("meetings/<int:meeting_id>/notice/change/", notice_change, name="notice_change"),
    path("meetings/<int:meeting_id>/cancellation/", meeting_cancel, name="meeting_cancel"),
    path("meetings/<int:meeting_id>/agenda/", meeting_agenda, name="meeting_agenda"),
    path("meetings/<int:meeting_id>/reply/", meeting_reply, name="meeting_reply"),
    path("meetings/<int:meeting_id>/observers/", observers, name="observers"),
    path("meetings/<int:meeting_id>/calendar.ics", meeting_calendar, name="meeting_calendar"),
    path("designations/", designations, name="designations"),
    path("designations/<int:meeting_id>/", designation, name="designation"),
    path("agreement/texts/<int:version>/", agreement_text, name="agreement_text"),
    path("agreement/withdrawal/", agreement_withdraw, name="agreement_withdraw"),
    path("agreement/new/", agreement_new, name="agreement_new"),
    path("agreement/signatures/", agreement_signatures, name="agreement_signatures"),
]
