"""The addresses of adding and changing many people by a file."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
