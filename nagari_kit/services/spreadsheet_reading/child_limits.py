"""Memory and processor time that a reading child may use, as its operating system enforces it."""

from __future__ import annotations

import sys

_JOB_LIMIT_PROCESS_TIME = 0x2
_JOB_LIMIT_PROCESS_MEMORY = 0x100
_JOB_LIMIT_DIE_ON_EXCEPTION = 0x400
_EXTENDED_LIMITS = 9
_TICKS = 10_000_000
"""Windows counts processor time in steps of 100 ns."""


if sys.platform == "win32":

    def limit_this_process(memory: int, seconds: float) -> None:
        """Put this process into a job object (Win32, JOBOBJECT_EXTENDED_LIMIT_INFORMATION).

        When the system refuses, the parent's limits of file size and time still hold.
        """
        import ctypes
        from ctypes import wintypes

        class BasicLimits(ctypes.Structure):
            _fields_ = (
                ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
                ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
                ("LimitFlags", wintypes.DWORD),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", wintypes.DWORD),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", wintypes.DWORD),
                ("SchedulingClass", wintypes.DWORD),
            )

        class ExtendedLimits(ctypes.Structure):
            _fields_ = (
                ("BasicLimitInformation", BasicLimits),
                ("IoInfo", ctypes.c_ulonglong * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            )

        limits = ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = (
            _JOB_LIMIT_PROCESS_MEMORY | _JOB_LIMIT_PROCESS_TIME | _JOB_LIMIT_DIE_ON_EXCEPTION
        )
        limits.BasicLimitInformation.PerProcessUserTimeLimit = int(seconds * _TICKS)
        limits.ProcessMemoryLimit = memory
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
        )  # fmt: skip
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        if job and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), size
        ):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

else:

    def limit_this_process(memory: int, seconds: float) -> None:
        """Bytes of memory and seconds of processor time; beyond them requests fail or it ends."""
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        whole = max(1, int(seconds) + 1)
        resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 5))
