"""Addresses for those who run the server."""

from django.urls import path

from keyhouse.endpoints.operations import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("metrics", views.metrics, name="metrics"),
]
