"""What may stand between a token and its user, looked at one by one."""

from tokenmgr.ui.panels.doctor.page import DoctorPage

__all__ = ["DoctorPage"]
