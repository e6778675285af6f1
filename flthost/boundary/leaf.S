// Exports that run on the driver's own stack, without a switch: they push nothing and change no
// register that a callee must preserve, so that a fault in one unwinds as a leaf of its caller.
#include "layout.h"

        .intel_syntax noprefix
        .text

        .globl  boundary_leaf_begin
boundary_leaf_begin:

// void* memcpy(rcx = to, rdx = from, r8 = bytes); memmove is the same and handles overlap.
        .globl  boundary_memmove
        .type   boundary_memmove, @function
boundary_memmove:
        mov     rax, rcx
        cmp     r8, 16
        jb      .Lcopy_small
        cmp     r8, 32
        ja      .Lcopy_large
        movups  xmm0, [rdx]
        movups  xmm1, [rdx + r8 - 16]
        movups  [rcx], xmm0
        movups  [rcx + r8 - 16], xmm1
        ret
.Lcopy_small:
        test    r8b, 8
        jnz     .Lcopy_8
        test    r8b, 4
        jnz     .Lcopy_4
        test    r8, r8
        jz      .Lcopy_done
        movzx   r9d, byte ptr [rdx]
        test    r8b, 2
        jz      .Lcopy_1
        movzx   r10d, word ptr [rdx + r8 - 2]
        mov     [rcx], r9b
        mov     [rcx + r8 - 2], r10w
        ret
.Lcopy_1:
        mov     [rcx], r9b
.Lcopy_done:
        ret
.Lcopy_4:
        mov     r9d, [rdx]
        mov     r10d, [rdx + r8 - 4]
        mov     [rcx], r9d
        mov     [rcx + r8 - 4], r10d
        ret
.Lcopy_8:
        mov     r9, [rdx]
        mov     r10, [rdx + r8 - 8]
        mov     [rcx], r9
        mov     [rcx + r8 - 8], r10
        ret
.Lcopy_large:
        mov     r9, rcx
        sub     r9, rdx
        cmp     r9, r8                  // to - from < bytes (unsigned): forward would overwrite
        jb      .Lcopy_backward
        lea     r10, [rcx + r8 - 32]    // last 32 bytes of the destination
        movups  xmm4, [rdx + r8 - 32]   // read first: the loop may overwrite them
        movups  xmm5, [rdx + r8 - 16]
.Lcopy_forward_loop:
        movups  xmm0, [rdx]
        movups  xmm1, [rdx + 16]
        movups  [rcx], xmm0
        movups  [rcx + 16], xmm1
        add     rdx, 32
        add     rcx, 32
        cmp     rcx, r10
        jb      .Lcopy_forward_loop
        movups  [r10], xmm4
        movups  [r10 + 16], xmm5
        ret
.Lcopy_backward:
        movups  xmm4, [rdx]             // first 32 bytes, read before they are overwritten
        movups  xmm5, [rdx + 16]
        lea     rcx, [rcx + r8]
        lea     rdx, [rdx + r8]
        lea     r10, [rax + 32]
.Lcopy_backward_loop:
        movups  xmm0, [rdx - 16]
        movups  xmm1, [rdx - 32]
        movups  [rcx - 16], xmm0
        movups  [rcx - 32], xmm1
        sub     rdx, 32
        sub     rcx, 32
        cmp     rcx, r10
        ja      .Lcopy_backward_loop
        movups  [rax], xmm4
        movups  [rax + 16], xmm5
        ret
        .size   boundary_memmove, . - boundary_memmove

// void* memset(rcx = to, dl = value, r8 = bytes)
        .globl  boundary_memset
        .type   boundary_memset, @function
boundary_memset:
        mov     rax, rcx
        movzx   edx, dl
        mov     r9, 0x0101010101010101
        imul    rdx, r9
        cmp     r8, 16
        jb      .Lset_small
        movq    xmm0, rdx
        punpcklqdq xmm0, xmm0
        lea     r10, [rcx + r8 - 16]
.Lset_loop:
        movups  [rcx], xmm0
        add     rcx, 16
        cmp     rcx, r10
        jb      .Lset_loop
        movups  [r10], xmm0
        ret
.Lset_small:
        test    r8b, 8
        jnz     .Lset_8
.Lset_bytes:
        test    r8, r8
        jz      .Lset_done
        mov     [rcx + r8 - 1], dl
        dec     r8
        jmp     .Lset_bytes
.Lset_8:
        mov     [rcx], rdx
        mov     [rcx + r8 - 8], rdx
.Lset_done:
        ret
        .size   boundary_memset, . - boundary_memset

// int memcmp(rcx = left, rdx = right, r8 = bytes)
        .globl  boundary_memcmp
        .type   boundary_memcmp, @function
boundary_memcmp:
        cmp     r8, 8
        jb      .Lcmp_bytes
        mov     r9, [rcx]
        mov     r10, [rdx]
        cmp     r9, r10
        jne     .Lcmp_differ
        add     rcx, 8
        add     rdx, 8
        sub     r8, 8
        jmp     boundary_memcmp
.Lcmp_differ:
        bswap   r9
        bswap   r10
        cmp     r9, r10
.Lcmp_result:
        sbb     eax, eax
        or      eax, 1
        ret
.Lcmp_bytes:
        test    r8, r8
        jz      .Lcmp_equal
        movzx   r9d, byte ptr [rcx]
        movzx   r10d, byte ptr [rdx]
        cmp     r9d, r10d
        jne     .Lcmp_result
        inc     rcx
        inc     rdx
        dec     r8
        jmp     .Lcmp_bytes
.Lcmp_equal:
        xor     eax, eax
        ret
        .size   boundary_memcmp, . - boundary_memcmp

// SIZE_T RtlCompareMemory(rcx, rdx, r8): how many bytes are equal.
        .globl  boundary_RtlCompareMemory
        .type   boundary_RtlCompareMemory, @function
boundary_RtlCompareMemory:
        xor     eax, eax
.Lequal_words:
        lea     r11, [rax + 8]
        cmp     r11, r8
        ja      .Lequal_bytes
        mov     r9, [rcx + rax]
        cmp     r9, [rdx + rax]
        jne     .Lequal_bytes
        mov     rax, r11
        jmp     .Lequal_words
.Lequal_bytes:
        cmp     rax, r8
        jae     .Lequal_done
        movzx   r9d, byte ptr [rcx + rax]
        cmp     r9b, [rdx + rax]
        jne     .Lequal_done
        inc     rax
        jmp     .Lequal_bytes
.Lequal_done:
        ret
        .size   boundary_RtlCompareMemory, . - boundary_RtlCompareMemory

// rax = bytes the caller is about to take from the stack: touches every page of them in order, so
// that an overflow meets the guard page.
        .globl  boundary_chkstk
        .type   boundary_chkstk, @function
boundary_chkstk:
        lea     r10, [rsp + 8]
        mov     r11, r10
        sub     r11, rax
        and     r11, -4096
        and     r10, -4096
.Lprobe:
        cmp     r10, r11
        jbe     .Lprobed
        sub     r10, 4096
        test    byte ptr [r10], r10b
        jmp     .Lprobe
.Lprobed:
        ret
        .size   boundary_chkstk, . - boundary_chkstk

// void RtlCaptureContext(rcx = CONTEXT): the caller's registers as they are after the call returns.
        .globl  boundary_RtlCaptureContext
        .type   boundary_RtlCaptureContext, @function
boundary_RtlCaptureContext:
        mov     dword ptr [rcx + CONTEXT_FLAGS], 0x10000f
        mov     [rcx + CONTEXT_SEGCS], cs
        mov     [rcx + CONTEXT_SEGSS], ss
        stmxcsr [rcx + CONTEXT_MXCSR]
        fxsave64 [rcx + CONTEXT_FXSAVE]
        mov     [rcx + CONTEXT_RAX], rax
        mov     [rcx + CONTEXT_RCX], rcx
        mov     [rcx + CONTEXT_RDX], rdx
        mov     [rcx + CONTEXT_RBX], rbx
        mov     [rcx + CONTEXT_RBP], rbp
        mov     [rcx + CONTEXT_RSI], rsi
        mov     [rcx + CONTEXT_RDI], rdi
        mov     [rcx + CONTEXT_R8], r8
        mov     [rcx + CONTEXT_R9], r9
        mov     [rcx + CONTEXT_R10], r10
        mov     [rcx + CONTEXT_R11], r11
        mov     [rcx + CONTEXT_R12], r12
        mov     [rcx + CONTEXT_R13], r13
        mov     [rcx + CONTEXT_R14], r14
        mov     [rcx + CONTEXT_R15], r15
        lea     rax, [rsp + 8]
        mov     [rcx + CONTEXT_RSP], rax
        mov     rax, [rsp]
        mov     [rcx + CONTEXT_RIP], rax
        mov     dword ptr [rcx + CONTEXT_EFLAGS], 0x202
        mov     rax, [rcx + CONTEXT_RAX]
        ret
        .size   boundary_RtlCaptureContext, . - boundary_RtlCaptureContext

        .globl  boundary_leaf_end
boundary_leaf_end:
        ret

        .section .note.GNU-stack, "", @progbits
