// Stack switches between host and driver code. Host code runs on the OS thread's stack, driver code
// on the thread's kernel stack; State (found through GS) remembers where each of them goes on.
#include "layout.h"

        .intel_syntax noprefix
        .text

// uint64_t boundary_call(State* state, const void* routine, const uint64_t arguments[12])
// From the host's stack to the kernel stack. A driver's frame ends at boundary_call_return.
        .globl  boundary_call
        .type   boundary_call, @function
boundary_call:
        .cfi_startproc
        push    rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        mov     rbp, rsp
        .cfi_def_cfa_register rbp
        push    rbx
        push    r12
        push    r13
        push    r14
        push    r15
        .cfi_offset rbx, -24
        .cfi_offset r12, -32
        .cfi_offset r13, -40
        .cfi_offset r14, -48
        .cfi_offset r15, -56
        push    qword ptr [rdi + STATE_HOST_RSP]
        sub     rsp, 16
        stmxcsr [rsp]
        mov     [rdi + STATE_HOST_RSP], rsp
        mov     rax, rsi
        mov     r10, rdx
        mov     rsp, [rdi + STATE_DRIVER_RSP]
        and     rsp, -16
        sub     rsp, 96
        movups  xmm0, [r10 + 32]
        movups  xmm1, [r10 + 48]
        movups  xmm2, [r10 + 64]
        movups  xmm3, [r10 + 80]
        movups  [rsp + 32], xmm0
        movups  [rsp + 48], xmm1
        movups  [rsp + 64], xmm2
        movups  [rsp + 80], xmm3
        mov     rcx, [r10]
        mov     rdx, [r10 + 8]
        mov     r8, [r10 + 16]
        mov     r9, [r10 + 24]
        call    rax
        .globl  boundary_call_return
boundary_call_return:
        mov     rdi, gs:[GS_STATE]
boundary_call_leave:
        cld
        mov     rsp, [rdi + STATE_HOST_RSP]
        ldmxcsr [rsp]
        add     rsp, 16
        pop     qword ptr [rdi + STATE_HOST_RSP]
        pop     r15
        pop     r14
        pop     r13
        pop     r12
        pop     rbx
        pop     rbp
        .cfi_def_cfa rsp, 8
        ret
        .cfi_endproc
        .size   boundary_call, . - boundary_call

// [[noreturn]] void boundary_abandon(State* state): leaves the innermost boundary_call, dropping the
// driver frames above it.
        .globl  boundary_abandon
        .type   boundary_abandon, @function
boundary_abandon:
        jmp     boundary_call_leave
        .size   boundary_abandon, . - boundary_abandon

// Where every import's stub goes: r11 = ThunkRecord, everything else as the driver called.
        .globl  boundary_thunk_entry
        .type   boundary_thunk_entry, @function
boundary_thunk_entry:
        .cfi_startproc simple
        .cfi_undefined rip
        mov     r10, gs:[GS_STATE]
        mov     rax, rsp
        mov     rsp, [r10 + STATE_HOST_RSP]
        sub     rsp, FRAME_SIZE
        movaps  [rsp], xmm6
        movaps  [rsp + 16], xmm7
        movaps  [rsp + 32], xmm8
        movaps  [rsp + 48], xmm9
        movaps  [rsp + 64], xmm10
        movaps  [rsp + 80], xmm11
        movaps  [rsp + 96], xmm12
        movaps  [rsp + 112], xmm13
        movaps  [rsp + 128], xmm14
        movaps  [rsp + 144], xmm15
        mov     [rsp + FRAME_RBX], rbx
        mov     [rsp + FRAME_RBP], rbp
        mov     [rsp + FRAME_RSI], rsi
        mov     [rsp + FRAME_RDI], rdi
        mov     [rsp + FRAME_R12], r12
        mov     [rsp + FRAME_R13], r13
        mov     [rsp + FRAME_R14], r14
        mov     [rsp + FRAME_R15], r15
        mov     [rsp + FRAME_RSP], rax
        mov     [rsp + FRAME_RECORD], r11
        mov     [rsp + FRAME_STATE], r10
        mov     [rsp + FRAME_RCX], rcx
        mov     [rsp + FRAME_RDX], rdx
        mov     [rsp + FRAME_R8], r8
        mov     [rsp + FRAME_R9], r9
        cld
        xor     ebp, ebp
        mov     rdi, rsp
        call    boundary_export_call
        movaps  xmm6, [rsp]
        movaps  xmm7, [rsp + 16]
        movaps  xmm8, [rsp + 32]
        movaps  xmm9, [rsp + 48]
        movaps  xmm10, [rsp + 64]
        movaps  xmm11, [rsp + 80]
        movaps  xmm12, [rsp + 96]
        movaps  xmm13, [rsp + 112]
        movaps  xmm14, [rsp + 128]
        movaps  xmm15, [rsp + 144]
        mov     rbp, [rsp + FRAME_RBP]
        mov     rsi, [rsp + FRAME_RSI]
        mov     rdi, [rsp + FRAME_RDI]
        mov     rsp, [rsp + FRAME_RSP]
        ret
        .cfi_endproc
        .size   boundary_thunk_entry, . - boundary_thunk_entry

// Where a signal handler sends a thread that trapped in driver code: rdi = State, on the host stack.
        .globl  boundary_trap_entry
        .type   boundary_trap_entry, @function
boundary_trap_entry:
        .cfi_startproc simple
        .cfi_undefined rip
        cld
        xor     ebp, ebp
        call    boundary_trap
        ud2
        .cfi_endproc
        .size   boundary_trap_entry, . - boundary_trap_entry

// [[noreturn]] void boundary_resume(const CONTEXT* context): driver code goes on with it.
        .globl  boundary_resume
        .type   boundary_resume, @function
boundary_resume:
        fxrstor64 [rdi + CONTEXT_FXSAVE]
        mov     rsp, [rdi + CONTEXT_RSP]
        // The return address and the flags are put below the driver's stack pointer: free by the ABI.
        mov     rax, [rdi + CONTEXT_RIP]
        push    rax
        mov     eax, [rdi + CONTEXT_EFLAGS]
        and     eax, 0xcd5              // arithmetic flags and DF
        or      eax, 0x202
        push    rax
        mov     rax, [rdi + CONTEXT_RAX]
        mov     rcx, [rdi + CONTEXT_RCX]
        mov     rdx, [rdi + CONTEXT_RDX]
        mov     rbx, [rdi + CONTEXT_RBX]
        mov     rbp, [rdi + CONTEXT_RBP]
        mov     rsi, [rdi + CONTEXT_RSI]
        mov     r8, [rdi + CONTEXT_R8]
        mov     r9, [rdi + CONTEXT_R9]
        mov     r10, [rdi + CONTEXT_R10]
        mov     r11, [rdi + CONTEXT_R11]
        mov     r12, [rdi + CONTEXT_R12]
        mov     r13, [rdi + CONTEXT_R13]
        mov     r14, [rdi + CONTEXT_R14]
        mov     r15, [rdi + CONTEXT_R15]
        mov     rdi, [rdi + CONTEXT_RDI]
        popfq
        ret
        .size   boundary_resume, . - boundary_resume

// [[noreturn]] void boundary_enter_trap(State* state, ExportFrame* frame): abandons the host frames of
// the export; the frame with the driver's registers stays.
        .globl  boundary_enter_trap
        .type   boundary_enter_trap, @function
boundary_enter_trap:
        mov     rsp, rsi
        jmp     boundary_trap_entry
        .size   boundary_enter_trap, . - boundary_enter_trap

        .section .note.GNU-stack, "", @progbits
