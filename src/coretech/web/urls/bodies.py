"""The addresses of bodies, their seats and who holds them."""

from django.urls import URLPattern, path

from coretech.web.bodies.appointing import seat_appoint, vacancy_fill
from coretech.web.bodies.board import body
from coretech.web.bodies.ending import appointment_end
from coretech.web.bodies.export import body_file
from coretech.web.bodies.importing import body_import
from coretech.web.bodies.listing import bodies
from coretech.web.bodies.panel_new import panel_new
from coretech.web.bodies.renewing import appointment_renew
from coretech.web.bodies.seat import seat
from coretech.web.bodies.seat_new import body_new, seat_new

urlpatterns: list[URLPattern] = [
    path("bodies/", bodies, name="bodies"),
    path("bodies/new/", body_new, name="body_new"),
    path("bodies/panels/<slug:agency_code>/new/", panel_new, name="panel_new"),
    path("bodies/<int:body_id>/", body, name="body"),
    path("bodies/<int:body_id>/file.<slug:form>", body_file, name="body_file"),
    path("bodies/<int:body_id>/import/", body_import, name="body_import"),
    path("bodies/<int:body_id>/seats/new/", seat_new, name="seat_new"),
    path("seats/<int:seat_id>/", seat, name="seat"),
    path("seats/<int:seat_id>/appoint/", seat_appoint, name="seat_appoint"),
    path("appointments/<int:appointment_id>/end/", appointment_end, name="appointment_end"),
    path("appointments/<int:appointment_id>/fill/", vacancy_fill, name="vacancy_fill"),
    path("appointments/<int:appointment_id>/renew/", appointment_renew, name="appointment_renew"),
]
