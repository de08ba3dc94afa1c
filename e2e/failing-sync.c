/* For LD_PRELOAD: fdatasync and fsync fail with EIO while the file that BOWLINE_FAIL_SYNC names is there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int fails(void) {
  const char *file = getenv("BOWLINE_FAIL_SYNC");
  return file != NULL && access(file, F_OK) == 0;
}

int fdatasync(int descriptor) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  if (fails()) {
    errno = EIO;
    return -1;
  }
  return real(descriptor);
}

int fsync(int descriptor) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  if (fails()) {
    errno = EIO;
    return -1;
  }
  return real(descriptor);
}
