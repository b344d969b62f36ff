"""How long a browser and a network stay known."""

import datetime as dt

DEVICE_KEPT, NETWORK_KEPT = dt.timedelta(days=180), dt.timedelta(days=90)
