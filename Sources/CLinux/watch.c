#include "clinux.h"
#include <sys/inotify.h>

_Static_assert(SWINIT_WATCH_CREATE == IN_CREATE && SWINIT_WATCH_OVERFLOW == IN_Q_OVERFLOW, "inotify(7)");

int swinit_watch_open(void) { return inotify_init1(IN_CLOEXEC | IN_NONBLOCK); }

int swinit_watch_add(int fd, const char *path, enum swinit_watch kind) {
    uint32_t mask = IN_MASK_ADD | IN_DONT_FOLLOW | IN_DELETE_SELF | IN_MOVE_SELF;
    if (kind != SWINIT_WATCH_FILE) mask |= IN_ONLYDIR;
    if (kind != SWINIT_WATCH_WAY) mask |= IN_CLOSE_WRITE;
    if (kind == SWINIT_WATCH_FOLDER) mask |= IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB;
    return inotify_add_watch(fd, path, mask);
}

void swinit_watch_remove(int fd, int watch) { inotify_rm_watch(fd, watch); }

int swinit_file_facts(const char *path, int follows, struct swinit_file_facts *out) {
    struct stat status;
    if ((follows ? stat : lstat)(path, &status) < 0) return -1;
    out->kind = S_ISREG(status.st_mode)   ? SWINIT_FILE_REGULAR
                : S_ISDIR(status.st_mode) ? SWINIT_FILE_FOLDER
                : S_ISLNK(status.st_mode) ? SWINIT_FILE_LINK
                                          : SWINIT_FILE_OTHER;
    out->links = (uint32_t)status.st_nlink;
    out->device = status.st_dev;
    out->inode = status.st_ino;
    out->size = (uint64_t)status.st_size;
    out->modified = status.st_mtim.tv_sec * 1000000000ll + status.st_mtim.tv_nsec;
    out->changed = status.st_ctim.tv_sec * 1000000000ll + status.st_ctim.tv_nsec;
    return 0;
}

int64_t swinit_link_target(const char *path, void *out, size_t size) { return readlink(path, out, size); }
