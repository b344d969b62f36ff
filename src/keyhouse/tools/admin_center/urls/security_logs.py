"""The addresses of Security logs."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.security_logs import exporting, listing, stream_deeds, streams, verifying
from keyhouse.ui import page

VIEW, MANAGE, POST = Permission.LOGS_VIEW, Permission.LOGS_MANAGE, ["POST"]

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("security-logs/", listing.index, needs=VIEW, name="security_logs"),
    page("security-logs/<id:event>/", listing.detail, needs=VIEW, name="security_log"),
    page("security-logs/export/", exporting.export, needs=MANAGE, name="security_log_export"),
    page("security-logs/verification/", verifying.page, needs=VIEW, name="security_log_verification"),
    page("security-logs/streams/", streams.index, needs=VIEW, name="log_streams"),
    page("security-logs/streams/adding/", streams.add, needs=MANAGE, name="log_stream_adding"),
    page("security-logs/streams/<id:stream>/", streams.detail, needs=VIEW, name="log_stream"),
    page("security-logs/streams/<id:stream>/editing/", streams.edit, needs=MANAGE, name="log_stream_editing"),
    page("security-logs/streams/<id:stream>/test/", stream_deeds.test, needs=MANAGE, name="log_stream_test",
         methods=POST),
    page("security-logs/streams/<id:stream>/pause/", stream_deeds.pause, needs=MANAGE, name="log_stream_pause",
         methods=POST),
    page("security-logs/streams/<id:stream>/resumption/", stream_deeds.resume, needs=MANAGE,
         name="log_stream_resumption", methods=POST),
    page("security-logs/streams/<id:stream>/secret/", stream_deeds.secret, needs=MANAGE, name="log_stream_secret"),
    page("security-logs/streams/<id:stream>/removal/", stream_deeds.remove, needs=MANAGE, name="log_stream_removal"),
]
# fmt: on
