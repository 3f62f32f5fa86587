// SPDX-License-Identifier: GPL-3.0-or-later
// The program at the front of Framehand's AppImage: makes the squashfs image behind it visible and becomes its AppRun.
// With FUSE the image is mounted for as long as the program runs. Without it (no /dev/fuse, no fusermount3, or a service
// that may not mount) it is unpacked once into the user's cache folder, and later starts use that.
//
//   --appimage-extract          unpacks into ./squashfs-root and ends
//   --appimage-extract-and-run  does not try FUSE; so does APPIMAGE_EXTRACT_AND_RUN=1
//   --appimage-offset           prints where the image begins
#define _GNU_SOURCE
#include <squashfuse/ll.h>
#include <squashfuse/traverse.h>
#include <squashfuse/util.h>

#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static char image[PATH_MAX]; // this file
static size_t image_offset;  // of the squashfs in it

static void fail(const char* what) {
    fprintf(stderr, "Framehand: %s: %s\n", what, strerror(errno));
    exit(127);
}

/// The section headers are the last thing of this program, and the image follows them.
static void find_image(void) {
    const ssize_t length = readlink("/proc/self/exe", image, sizeof(image) - 1);
    FILE* file = length > 0 ? fopen("/proc/self/exe", "rb") : NULL;
    Elf64_Ehdr header;
    if (file == NULL || fread(&header, sizeof(header), 1, file) != 1) {
        fail("cannot read the AppImage");
    }
    fclose(file);
    image_offset = header.e_shoff + (size_t)header.e_shentsize * header.e_shnum;
}

// ---- with FUSE ----

/// In a child: serves the image until `users` ends: each program that came out of the image holds its other end. Writes
/// a byte to `ready` when the image can be used.
static void serve(const char* folder, int ready, int users) {
    struct fuse_lowlevel_ops operations = {
        .getattr = sqfs_ll_op_getattr,   .opendir = sqfs_ll_op_opendir,   .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir,   .lookup = sqfs_ll_op_lookup,     .open = sqfs_ll_op_open,
        .create = sqfs_ll_op_create,     .release = sqfs_ll_op_release,   .read = sqfs_ll_op_read,
        .readlink = sqfs_ll_op_readlink, .listxattr = sqfs_ll_op_listxattr, .getxattr = sqfs_ll_op_getxattr,
        .forget = sqfs_ll_op_forget,     .statfs = stfs_ll_op_statfs,
    };
    char* words[] = {"framehand", "-o", "ro,nodev,nosuid,subtype=squashfuse,fsname=Framehand.AppImage"};
    struct fuse_args arguments = FUSE_ARGS_INIT(3, words);
    sqfs_ll_chan channel;
    sqfs_ll* files = sqfs_ll_open(image, image_offset);
    if (files == NULL || sqfs_ll_mount(&channel, folder, &arguments, &operations, sizeof(operations), files) != SQFS_OK) {
        _exit(1);
    }
    setsid(); // Ctrl-C is for the program
    fuse_set_signal_handlers(channel.session);
    const pid_t server = getpid();
    if (fork() == 0) {
        char byte;
        close(ready);
        while (read(users, &byte, 1) < 0 && errno == EINTR) {
        }
        kill(server, SIGTERM); // the loop below ends, and unmounts
        _exit(0);
    }
    if (write(ready, "+", 1) == 1) {
        close(ready);
        fuse_session_loop(channel.session);
    }
    sqfs_ll_unmount(&channel, folder);
    rmdir(folder);
    _exit(0);
}

/// Whether `folder` now shows the image.
static int mount_image(char* folder) {
    const char* base = getenv("TMPDIR");
    int ready[2];
    int users[2];
    char byte;
    snprintf(folder, PATH_MAX, "%s/.mount_framehandXXXXXX", base != NULL && base[0] == '/' ? base : "/tmp");
    if (mkdtemp(folder) == NULL || pipe2(ready, O_CLOEXEC) != 0 || pipe(users) != 0) {
        return 0;
    }
    const pid_t child = fork();
    if (child == 0) {
        // The library's complaints would alarm people although the other way is taken then.
        const int nothing = open("/dev/null", O_RDWR);
        dup2(nothing, 0);
        dup2(nothing, 1);
        dup2(nothing, 2);
        close(ready[0]);
        close(users[1]);
        serve(folder, ready[1], users[0]);
    }
    close(ready[1]);
    close(users[0]);
    const int shown = child > 0 && read(ready[0], &byte, 1) == 1;
    close(ready[0]);
    if (!shown) {
        close(users[1]);
        rmdir(folder);
    }
    return shown;
}

// ---- without FUSE ----

static void write_file(sqfs* files, sqfs_inode* inode, const char* path) {
    static char block[1 << 20];
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 07777);
    if (file < 0) {
        fail(path);
    }
    sqfs_off_t size = sizeof(block);
    for (sqfs_off_t at = 0; at < (sqfs_off_t)inode->xtra.reg.file_size; at += size, size = sizeof(block)) {
        if (sqfs_read_range(files, inode, at, &size, block) != SQFS_OK || size <= 0 || write(file, block, size) != size) {
            fail(path);
        }
    }
    close(file);
}

static void unpack(const char* folder) {
    sqfs files;
    sqfs_traverse walk;
    sqfs_err error = sqfs_open_image(&files, image, image_offset);
    if (error != SQFS_OK || sqfs_traverse_open(&walk, &files, sqfs_inode_root(&files)) != SQFS_OK || mkdir(folder, 0755) != 0) {
        fail(folder);
    }
    while (sqfs_traverse_next(&walk, &error)) {
        char path[PATH_MAX];
        char target[PATH_MAX];
        size_t length = sizeof(target);
        sqfs_inode inode;
        if (walk.dir_end) {
            continue;
        }
        snprintf(path, sizeof(path), "%s/%s", folder, walk.path);
        if (sqfs_inode_get(&files, &inode, sqfs_dentry_inode(&walk.entry)) != SQFS_OK) {
            fail(path);
        } else if (S_ISDIR(inode.base.mode)) {
            if (mkdir(path, 0755) != 0) {
                fail(path);
            }
        } else if (S_ISLNK(inode.base.mode)) {
            if (sqfs_readlink(&files, &inode, target, &length) != SQFS_OK || symlink(target, path) != 0) {
                fail(path);
            }
        } else {
            write_file(&files, &inode, path);
        }
    }
    if (error != SQFS_OK) {
        fail("the AppImage is damaged");
    }
    sqfs_traverse_close(&walk);
    sqfs_destroy(&files);
}

static int remove_one(const char* path, const struct stat* status, int type, struct FTW* place) {
    (void)status, (void)type, (void)place;
    return remove(path);
}

/// Unpacked versions that nobody uses: whoever runs one holds a shared lock on its "lock".
static void remove_others(const char* cache, const char* mine) {
    DIR* folder = opendir(cache);
    for (struct dirent* entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char path[PATH_MAX];
        char lock[PATH_MAX + 8];
        if (entry->d_name[0] == '.' || strstr(entry->d_name, ".lock") != NULL || strcmp(entry->d_name, mine) == 0) {
            continue;
        }
        snprintf(path, sizeof(path), "%s/%s", cache, entry->d_name);
        snprintf(lock, sizeof(lock), "%s.lock", path);
        const int held = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (held >= 0 && flock(held, LOCK_EX | LOCK_NB) == 0) {
            nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
            unlink(lock);
        }
        close(held);
    }
    if (folder != NULL) {
        closedir(folder);
    }
}

static void make_folders(char* path) {
    for (char* slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
    mkdir(path, 0700);
}

/// Programs are run from it: nobody else may be able to put one there.
static int is_mine_alone(const char* folder) {
    struct stat status;
    return lstat(folder, &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == geteuid() &&
           (status.st_mode & 022) == 0 && access(folder, W_OK) == 0;
}

/// A shared lock on `path`, which others remove when they clean up: only one that still has this name is one.
static void hold(const char* path) {
    struct stat held;
    struct stat named;
    for (;;) {
        const int file = open(path, O_RDWR | O_CREAT, 0600); // kept by the program that we become
        if (file < 0 || flock(file, LOCK_SH) != 0 || fstat(file, &held) != 0) {
            fail(path);
        }
        if (stat(path, &named) == 0 && named.st_ino == held.st_ino && named.st_dev == held.st_dev) {
            return;
        }
        close(file);
    }
}

/// `folder` holds the unpacked image of this very file; the lock on it lives on in the program that we become.
static void unpack_into_cache(char* folder) {
    char cache[PATH_MAX - 300];
    char name[100];
    char lock[PATH_MAX + 8];
    struct stat status;
    const char* base = getenv("XDG_CACHE_HOME");
    const char* home = getenv("HOME");
    cache[0] = '\0';
    if (base != NULL && base[0] == '/') {
        snprintf(cache, sizeof(cache), "%s/framehand/appimage", base);
    } else if (home != NULL && home[0] == '/') {
        snprintf(cache, sizeof(cache), "%s/.cache/framehand/appimage", home);
    }
    if (cache[0] != '\0') {
        make_folders(cache);
    }
    if (!is_mine_alone(cache)) {
        // No home to speak of, as user nobody has none.
        snprintf(cache, sizeof(cache), "/tmp/framehand-appimage-%u", (unsigned)geteuid());
        mkdir(cache, 0700);
        if (!is_mine_alone(cache)) {
            fail(cache);
        }
    }
    if (stat(image, &status) != 0) {
        fail(image);
    }
    snprintf(name, sizeof(name), "%llx-%llx-%llx", (unsigned long long)status.st_ino,
             (unsigned long long)status.st_size, (unsigned long long)status.st_mtim.tv_sec);
    snprintf(folder, PATH_MAX, "%s/%s", cache, name);
    snprintf(lock, sizeof(lock), "%s.lock", folder);
    hold(lock);
    snprintf(lock, sizeof(lock), "%s/.unpack", cache);
    const int unpacking = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (unpacking < 0 || flock(unpacking, LOCK_EX) != 0) {
        fail(lock);
    }
    if (access(folder, X_OK) != 0) {
        char partial[PATH_MAX + 8];
        snprintf(partial, sizeof(partial), "%s.new", folder);
        nftw(partial, remove_one, 16, FTW_DEPTH | FTW_PHYS);
        unpack(partial);
        // A power cut must not leave empty files under the name that says that all is there.
        const int unpacked = open(partial, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (unpacked < 0 || syncfs(unpacked) != 0) {
            fail(partial);
        }
        close(unpacked);
        if (rename(partial, folder) != 0) {
            fail(folder);
        }
        remove_others(cache, name);
    }
    close(unpacking);
}

int main(int argc, char** argv) {
    char folder[PATH_MAX];
    char program[PATH_MAX + 8];
    int without_fuse = getenv("APPIMAGE_EXTRACT_AND_RUN") != NULL;
    find_image();
    if (argc > 1 && strcmp(argv[1], "--appimage-offset") == 0) {
        printf("%zu\n", image_offset);
        return 0;
    }
    if (argc > 1 && strcmp(argv[1], "--appimage-extract") == 0) {
        unpack("squashfs-root");
        return 0;
    }
    if (argc > 1 && strcmp(argv[1], "--appimage-extract-and-run") == 0) {
        without_fuse = 1;
        argv[1] = argv[0];
        ++argv;
    }
    if (without_fuse || !mount_image(folder)) {
        unpack_into_cache(folder);
    }
    setenv("APPIMAGE", image, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", argv[0], 1);
    snprintf(program, sizeof(program), "%s/AppRun", folder);
    execv(program, argv);
    fail(program);
}
