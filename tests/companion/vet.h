/* What the driver and its companion say to each other. */
#pragma once

#define VET_PORT L"\\VetPort"
#define VET_GET_COUNTS 1

typedef struct _VET_QUESTION {
  ULONG process;
  ULONG name_bytes;
  WCHAR name[512];
} VET_QUESTION;

typedef struct _VET_ANSWER {
  ULONG deny;
} VET_ANSWER;

typedef struct _VET_COUNTS {
  ULONG asked;
  ULONG denied;
} VET_COUNTS;
