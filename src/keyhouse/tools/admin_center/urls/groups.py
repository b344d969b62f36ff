"""The addresses of Groups."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
