/* LD_PRELOAD shim that models a disk of which only what was flushed is certain. Under POWERLOSS_DATA it notes, in POWERLOSS_DISK:
     inode/N   what the file of inode N held at its last fsync or fdatasync
     held/N    a link to the file itself, so that its number is given to no other
     folder/N  the names in the folder of inode N at its last fsync: "f INODE NAME" or "d INODE NAME" a line
   After a kill a test lays the data folder out anew from these: Disk.cs.
   cc -O2 -shared -fPIC -o powerloss.so powerloss.c -ldl */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *disk(void) { return getenv("POWERLOSS_DISK"); }

static int is_inside(const char *path) {
  const char *data = getenv("POWERLOSS_DATA");
  size_t length = data ? strlen(data) : 0;
  return length && !strncmp(path, data, length) && (path[length] == 0 || path[length] == '/');
}

/* Written beside and renamed: the kill may come in the middle of it. */
static int begin(const char *kind, unsigned long number, char *part, size_t size) {
  snprintf(part, size, "%s/%s/%lu.%ld", disk(), kind, number, (long)syscall(SYS_gettid));
  return open(part, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
}

static void end(int out, const char *kind, unsigned long number, const char *part) {
  char place[600];
  close(out);
  snprintf(place, sizeof place, "%s/%s/%lu", disk(), kind, number);
  rename(part, place);
}

static void hold(const char *from, unsigned long number) {
  char place[600];
  snprintf(place, sizeof place, "%s/held/%lu", disk(), number);
  linkat(AT_FDCWD, from, AT_FDCWD, place, AT_SYMLINK_FOLLOW);
}

static void keep_file(int fd, const char *self, unsigned long number) {
  char part[640], block[65536];
  int out = begin("inode", number, part, sizeof part);
  if (out < 0) return;
  off_t at = 0;
  ssize_t got;
  /* The file may be open for writing alone. */
  int in = open(self, O_RDONLY | O_CLOEXEC);
  while ((got = pread(in < 0 ? fd : in, block, sizeof block, at)) > 0) { (void)!write(out, block, got); at += got; }
  if (in >= 0) close(in);
  hold(self, number);
  end(out, "inode", number, part);
}

static void keep_names(const char *path, unsigned long number) {
  char part[640], line[700], from[1100];
  int out = begin("folder", number, part, sizeof part);
  if (out < 0) return;
  DIR *folder = opendir(path);
  struct dirent *each;
  struct stat found;
  while (folder && (each = readdir(folder))) {
    if (!strcmp(each->d_name, ".") || !strcmp(each->d_name, "..")) continue;
    snprintf(from, sizeof from, "%s/%s", path, each->d_name);
    if (lstat(from, &found)) continue;
    int is_folder = S_ISDIR(found.st_mode);
    if (!is_folder) hold(from, found.st_ino);
    int length = snprintf(line, sizeof line, "%c %lu %s\n", is_folder ? 'd' : 'f', (unsigned long)found.st_ino, each->d_name);
    (void)!write(out, line, length);
  }
  if (folder) closedir(folder);
  end(out, "folder", number, part);
}

static void keep(int fd) {
  char self[64], path[512];
  struct stat what;
  int before = errno;
  snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(self, path, sizeof path - 1);
  if (n > 0 && disk()) {
    path[n] = 0;
    if (is_inside(path) && !fstat(fd, &what)) {
      if (S_ISDIR(what.st_mode)) keep_names(path, what.st_ino);
      else if (!strstr(path, "-shm")) keep_file(fd, self, what.st_ino);
    }
  }
  errno = before;
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  int result = real(fd);
  if (!result) keep(fd);
  return result;
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  int result = real(fd);
  if (!result) keep(fd);
  return result;
}
