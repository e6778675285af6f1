// Offsets that the assembly and the C++ of the boundary agree on (static_asserts in state.h).
#pragma once

// State
#define STATE_HOST_RSP 0
#define STATE_DRIVER_RSP 8

// GS block: the host's State pointer lies below the KPCR that drivers see.
#define GS_STATE -8

// ExportFrame
#define FRAME_RBX 160
#define FRAME_RBP 168
#define FRAME_RSI 176
#define FRAME_RDI 184
#define FRAME_R12 192
#define FRAME_R13 200
#define FRAME_R14 208
#define FRAME_R15 216
#define FRAME_RSP 224
#define FRAME_RECORD 232
#define FRAME_STATE 240
#define FRAME_RCX 248
#define FRAME_RDX 256
#define FRAME_R8 264
#define FRAME_R9 272
#define FRAME_SIZE 304

// CONTEXT
#define CONTEXT_FLAGS 0x30
#define CONTEXT_MXCSR 0x34
#define CONTEXT_SEGCS 0x38
#define CONTEXT_SEGSS 0x42
#define CONTEXT_EFLAGS 0x44
#define CONTEXT_RAX 0x78
#define CONTEXT_RCX 0x80
#define CONTEXT_RDX 0x88
#define CONTEXT_RBX 0x90
#define CONTEXT_RSP 0x98
#define CONTEXT_RBP 0xa0
#define CONTEXT_RSI 0xa8
#define CONTEXT_RDI 0xb0
#define CONTEXT_R8 0xb8
#define CONTEXT_R9 0xc0
#define CONTEXT_R10 0xc8
#define CONTEXT_R11 0xd0
#define CONTEXT_R12 0xd8
#define CONTEXT_R13 0xe0
#define CONTEXT_R14 0xe8
#define CONTEXT_R15 0xf0
#define CONTEXT_RIP 0xf8
#define CONTEXT_FXSAVE 0x100
