"""Which kind of file system a folder is on, and whether the system tells what happens there."""

from __future__ import annotations

import os
import sys

# File systems whose changes by others the kernel does not tell us.
_SILENT = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "afpfs",
        "webdav",
        "davfs",
        "9p",
        "virtiofs",
        "vboxsf",
        "prl_fs",
        "ceph",
        "lustre",
        "ocfs2",
        "gfs2",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
        "fuse.glusterfs",
        "fuse.cephfs",
        "fuse.s3fs",
        "fuse.vmhgfs-fuse",
        "fuse.curlftpfs",
    }
)


def is_silent(path: bytes) -> bool:
    """True where nobody tells us what others change: network drives, and drives shared with a host."""
    return file_system(path) in _SILENT


def file_system(path: bytes) -> str:
    """The type of the file system a folder is on, for instance ``ext4`` or ``nfs4``; "" if unknown."""
    real = os.path.realpath(path)
    best, found = b"", ""
    for point, kind in _mounts():
        inside = real == point or real.startswith(point.rstrip(b"/") + b"/")
        if inside and len(point) >= len(best):
            best, found = point, kind
    return found


def _mounts() -> list[tuple[bytes, str]]:
    if sys.platform == "darwin":
        import psutil

        return [(os.fsencode(one.mountpoint), one.fstype) for one in psutil.disk_partitions(all=True)]
    try:
        with open("/proc/self/mounts", "rb") as mounts:
            lines = [line.split(b" ") for line in mounts.read().splitlines()]
    except OSError:
        return []
    return [
        (fields[1].replace(b"\\040", b" "), fields[2].decode("ascii", "replace"))
        for fields in lines
        if len(fields) > 2
    ]
