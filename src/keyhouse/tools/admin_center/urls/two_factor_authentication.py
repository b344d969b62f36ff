"""The addresses of Two-factor authentication."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
