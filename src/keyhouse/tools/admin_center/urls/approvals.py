"""The addresses of Approvals."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
