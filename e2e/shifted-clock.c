/*
 * For LD_PRELOAD: the wall clock of a process is ahead by what the file says that BOWLINE_CLOCK_SHIFTS names as the process begins. Each line
 * of it is a part of a command line and seconds: "services/market-data 2". BOWLINE_CLOCK_JUMPS names a file of records of 64 bytes, a part of
 * a command line in 56 and seconds in 8: those can be changed while the process runs. Clocks that only count on are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct jump {
  char part[56];
  volatile int64_t seconds;
};

#define JUMPS_AT_MOST 8
static long shift_seconds;
static const struct jump *jumps[JUMPS_AT_MOST];
static size_t jump_count;

static void map_jumps(const char *command) {
  const char *path = getenv("BOWLINE_CLOCK_JUMPS");
  int file = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
  struct stat about;
  if (file < 0) return;
  if (fstat(file, &about) == 0 && about.st_size > 0) {
    const struct jump *all = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_SHARED, file, 0);
    size_t count = all == MAP_FAILED ? 0 : (size_t)about.st_size / sizeof *all;
    for (size_t at = 0; at < count && jump_count < JUMPS_AT_MOST; at++)
      if (strstr(command, all[at].part) != NULL) jumps[jump_count++] = &all[at];
  }
  close(file);
}

__attribute__((constructor)) static void read_shift(void) {
  static char command[4096];
  const char *path = getenv("BOWLINE_CLOCK_SHIFTS");
  FILE *own = fopen("/proc/self/cmdline", "r");
  size_t size = own == NULL ? 0 : fread(command, 1, sizeof command - 1, own);
  if (own != NULL) fclose(own);
  for (size_t at = 0; at < size; at++)
    if (command[at] == 0) command[at] = ' ';
  map_jumps(command);
  FILE *file = path == NULL ? NULL : fopen(path, "r");
  if (file == NULL) return;
  char part[256];
  long seconds = 0;
  while (fscanf(file, "%255s %ld", part, &seconds) == 2)
    if (strstr(command, part) != NULL) shift_seconds = seconds;
  fclose(file);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*real)(clockid_t, struct timespec *);
  if (real == NULL) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int failed = real(clock, time);
  if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    time->tv_sec += shift_seconds;
    for (size_t at = 0; at < jump_count; at++) time->tv_sec += jumps[at]->seconds;
  }
  return failed;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}
