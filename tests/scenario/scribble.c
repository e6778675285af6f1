/* Maps a file shared and writable, writes one line into its second page, and unmaps it. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(int argc, char** argv) {
  const char text[] = "written through a mapping\n";
  const int fd = argc == 2 ? open(argv[1], O_RDWR) : -1;
  if (fd < 0) {
    perror("scribble");
    return 1;
  }
  char* bytes = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (bytes == MAP_FAILED) {
    perror("scribble: mmap");
    return 1;
  }
  memcpy(bytes + 4096, text, sizeof(text) - 1);
  if (munmap(bytes, 8192) != 0 || close(fd) != 0) {
    perror("scribble");
    return 1;
  }
  return 0;
}
