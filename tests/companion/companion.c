/* The user-mode half of vet.sys, as one writes it for Windows: fltUser.h's functions and the C
 * library, nothing else. "vet" answers the driver until the connection ends; "manage" does what
 * fltmc does and prints what it finds. */
#ifdef _WIN32
#include <fltUser.h>
#include <windows.h>
#else
#include <fltUser.h>
#include <fltlib/handles.h>
#endif
#include <stdio.h>
#include <string.h>

#include "vet.h"

typedef struct {
  FILTER_MESSAGE_HEADER header;
  VET_QUESTION question;
} MESSAGE;

typedef struct {
  FILTER_REPLY_HEADER header;
  VET_ANSWER answer;
} REPLY;

static void print_text(const char* what, const void* bytes, size_t size) {
  const WCHAR* text = bytes;
  printf("%s", what);
  for (size_t i = 0; i < size / sizeof(WCHAR); ++i) putchar(text[i] < 0x80 ? (char)text[i] : '?');
}

static int contains(const WCHAR* text, size_t units, const char* part) {
  const size_t length = strlen(part);
  for (size_t i = 0; i + length <= units; ++i) {
    size_t k = 0;
    while (k < length && text[i + k] == (WCHAR)part[k]) ++k;
    if (k == length) return 1;
  }
  return 0;
}

static int vet(void) {
  HANDLE port;
  MESSAGE message;
  VET_COUNTS counts;
  ULONG command = VET_GET_COUNTS;
  DWORD returned;
  HRESULT result = FilterConnectCommunicationPort(VET_PORT, 0, NULL, 0, NULL, &port);
  if (result != S_OK) {
    fprintf(stderr, "connect: 0x%08lx\n", (unsigned long)(ULONG)result);
    return 1;
  }
  printf("connected\n");
  fflush(stdout);
  for (;;) {
    REPLY reply;
    int last;
    result = FilterGetMessage(port, &message.header, sizeof(message), NULL);
    if (result != S_OK) break;
    memset(&reply, 0, sizeof(reply));
    reply.header.MessageId = message.header.MessageId;
    const size_t units = message.question.name_bytes / sizeof(WCHAR);
    reply.answer.deny = (ULONG)contains(message.question.name, units, "secret");
    last = contains(message.question.name, units, "the-end");
    result = FilterReplyMessage(port, &reply.header, sizeof(reply.header) + sizeof(reply.answer));
    if (result != S_OK || last) break;
  }
  result = FilterSendMessage(port, &command, sizeof(command), &counts, sizeof(counts), &returned);
  if (result == S_OK && returned == sizeof(counts)) {
    printf("asked %s, denied %lu\n", counts.asked > 0 ? "some" : "none",
           (unsigned long)counts.denied);
  }
  CloseHandle(port);
  return result == S_OK ? 0 : 1;
}

static union {
  ULONGLONG align;
  char bytes[4096];
} buffer;

static void print_filters(void) {
  HANDLE find;
  DWORD returned;
  HRESULT result =
      FilterFindFirst(FilterFullInformation, &buffer, sizeof(buffer), &returned, &find);
  const int found = result == S_OK;
  while (result == S_OK) {
    const FILTER_FULL_INFORMATION* info = (const void*)&buffer;
    print_text("filter ", info->FilterNameBuffer, info->FilterNameLength);
    printf(" instances %lu\n", (unsigned long)info->NumberOfInstances);
    result = FilterFindNext(find, FilterFullInformation, &buffer, sizeof(buffer), &returned);
  }
  printf("filters end 0x%08lx\n", (unsigned long)(ULONG)result);
  if (found) FilterFindClose(find);
}

static void print_instance(void) {
  const INSTANCE_FULL_INFORMATION* info = (const void*)&buffer;
  print_text("instance ", buffer.bytes + info->InstanceNameBufferOffset, info->InstanceNameLength);
  print_text(" at ", buffer.bytes + info->AltitudeBufferOffset, info->AltitudeLength);
  print_text(" on ", buffer.bytes + info->VolumeNameBufferOffset, info->VolumeNameLength);
  printf("\n");
}

static void print_instances(void) {
  HANDLE find;
  DWORD returned;
  HRESULT result = FilterInstanceFindFirst(L"vet", InstanceFullInformation, &buffer, sizeof(buffer),
                                           &returned, &find);
  while (result == S_OK) {
    print_instance();
    result =
        FilterInstanceFindNext(find, InstanceFullInformation, &buffer, sizeof(buffer), &returned);
    if (result != S_OK) FilterInstanceFindClose(find);
  }
  printf("instances end 0x%08lx\n", (unsigned long)(ULONG)result);
}

static void print_volumes(WCHAR* name, size_t units) {
  HANDLE find;
  DWORD returned;
  WCHAR dos[512];
  HRESULT result = FilterVolumeFindFirst(FilterVolumeStandardInformation, &buffer, sizeof(buffer),
                                         &returned, &find);
  if (result != S_OK) {
    printf("volumes 0x%08lx\n", (unsigned long)(ULONG)result);
    return;
  }
  const FILTER_VOLUME_STANDARD_INFORMATION* info = (const void*)&buffer;
  size_t length = info->FilterVolumeNameLength / sizeof(WCHAR);
  if (length >= units) length = units - 1;
  memcpy(name, info->FilterVolumeName, length * sizeof(WCHAR));
  name[length] = 0;
  print_text("volume ", name, length * sizeof(WCHAR));
  printf(" type %d", (int)info->FileSystemType);
  if (FilterGetDosName(name, dos, sizeof(dos) / sizeof(WCHAR)) == S_OK) {
    for (length = 0; dos[length] != 0; ++length) {
    }
    print_text(" dos ", dos, length * sizeof(WCHAR));
  }
  printf("\n");
  result = FilterVolumeFindNext(find, FilterVolumeStandardInformation, &buffer, sizeof(buffer),
                                &returned);
  printf("volumes end 0x%08lx\n", (unsigned long)(ULONG)result);
  FilterVolumeFindClose(find);
}

static void say(const char* what, HRESULT result) {
  printf("%s 0x%08lx\n", what, (unsigned long)(ULONG)result);
}

static void by_handles(const WCHAR* volume) {
  HFILTER filter;
  HFILTER_INSTANCE instance;
  HANDLE find;
  DWORD returned;
  say("create", FilterCreate(L"vet", &filter));
  say("information",
      FilterGetInformation(filter, FilterFullInformation, &buffer, sizeof(buffer), &returned));
  say("too small", FilterGetInformation(filter, FilterFullInformation, &buffer, 4, &returned));
  FilterClose(filter);
  say("create nobody", FilterCreate(L"nobody", &filter));
  say("instance", FilterInstanceCreate(L"vet", volume, L"Second", &instance));
  if (FilterInstanceGetInformation(instance, InstanceFullInformation, &buffer, sizeof(buffer),
                                   &returned) == S_OK) {
    print_instance();
  }
  FilterInstanceClose(instance);
  if (FilterVolumeInstanceFindFirst(volume, InstanceFullInformation, &buffer, sizeof(buffer),
                                    &returned, &find) == S_OK) {
    print_instance();
    say("volume instances", FilterVolumeInstanceFindNext(find, InstanceFullInformation, &buffer,
                                                         sizeof(buffer), &returned));
    FilterVolumeInstanceFindClose(find);
  }
}

static int manage(void) {
  WCHAR volume[256] = {0};
  WCHAR created[64] = {0};
  print_filters();
  say("load", FilterLoad(L"vet"));
  say("load again", FilterLoad(L"vet"));
  print_filters();
  print_volumes(volume, 256);
  say("attach",
      FilterAttachAtAltitude(L"vet", volume, L"100", L"Second", sizeof(created), created));
  print_text("created ", created, 6 * sizeof(WCHAR));
  printf("\n");
  print_instances();
  by_handles(volume);
  say("detach", FilterDetach(L"vet", volume, L"Second"));
  say("detach again", FilterDetach(L"vet", volume, L"Second"));
  say("attach again", FilterAttach(L"vet", volume, NULL, 0, NULL));
  say("unload", FilterUnload(L"vet"));
  say("unload again", FilterUnload(L"vet"));
  return 0;
}

int main(int argc, char** argv) {
  if (argc == 2 && strcmp(argv[1], "vet") == 0) return vet();
  if (argc == 2 && strcmp(argv[1], "manage") == 0) return manage();
  fprintf(stderr, "companion vet | manage\n");
  return 2;
}
