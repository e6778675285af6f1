/* Source annotations that Windows drivers carry. They expand to nothing here. */
#pragma once

#define _Function_class_(x)
#define _IRQL_requires_(x)
#define _IRQL_requires_max_(x)
#define _IRQL_requires_min_(x)
#define _IRQL_requires_same_
#define _IRQL_uses_cancel_
#define _IRQL_always_function_max_(x)
#define _IRQL_always_function_min_(x)
#define _IRQL_raises_(x)
#define _IRQL_saves_
#define _IRQL_saves_global_(k, x)
#define _IRQL_restores_
#define _IRQL_restores_global_(k, x)
#define _Kernel_clear_do_init_(x)
#define _Kernel_float_restored_
#define _Kernel_float_saved_
#define _Kernel_float_used_
#define _Kernel_requires_resource_held_(x)
#define _Kernel_requires_resource_not_held_(x)
#define _Kernel_acquires_resource_(x)
#define _Kernel_releases_resource_(x)
#define _Kernel_IoGetDmaAdapter_
#define _Dispatch_type_(x)
#define _Must_inspect_result_
#define _Check_return_
#define _Check_return_opt_
#define _Success_(x)
#define _Return_type_success_(x)
#define _On_failure_(x)
#define _Always_(x)
#define _When_(c, x)
#define _At_(t, x)
#define _At_buffer_(t, i, n, x)
#define _Group_(x)
#define _Use_decl_annotations_
#define _Analysis_assume_(x) ((void)0)
#define _Analysis_assume_nullterminated_(x)
#define _Analysis_mode_(x)
#define _Analysis_noreturn_
#define __analysis_assume(x) ((void)0)
#define _Acquires_lock_(x)
#define _Acquires_exclusive_lock_(x)
#define _Acquires_shared_lock_(x)
#define _Acquires_nonreentrant_lock_(x)
#define _Releases_lock_(x)
#define _Releases_exclusive_lock_(x)
#define _Releases_shared_lock_(x)
#define _Releases_nonreentrant_lock_(x)
#define _Requires_lock_held_(x)
#define _Requires_lock_not_held_(x)
#define _Requires_no_locks_held_
#define _Requires_exclusive_lock_held_(x)
#define _Requires_shared_lock_held_(x)
#define _Guarded_by_(x)
#define _Write_guarded_by_(x)
#define _Interlocked_
#define _Interlocked_operand_
#define _Has_lock_kind_(x)
#define _Has_lock_level_(x)
#define _Create_lock_level_(x)
#define _Lock_level_order_(a, b)
#define _Post_same_lock_(a, b)
#define _Global_interlock_
#define _Global_critical_region_
#define _Global_cancel_spin_lock_
#define _Global_priority_region_

#define _In_
#define _In_opt_
#define _In_z_
#define _In_opt_z_
#define _In_reads_(n)
#define _In_reads_opt_(n)
#define _In_reads_z_(n)
#define _In_reads_opt_z_(n)
#define _In_reads_bytes_(n)
#define _In_reads_bytes_opt_(n)
#define _In_reads_or_z_(n)
#define _In_reads_to_ptr_(n)
#define _In_reads_to_ptr_opt_(n)
#define _In_range_(a, b)
#define _In_count_(n)
#define _In_bytecount_(n)
#define _In_function_class_(x)
#define _Inout_
#define _Inout_opt_
#define _Inout_z_
#define _Inout_opt_z_
#define _Inout_updates_(n)
#define _Inout_updates_opt_(n)
#define _Inout_updates_z_(n)
#define _Inout_updates_bytes_(n)
#define _Inout_updates_bytes_opt_(n)
#define _Inout_updates_to_(n, c)
#define _Inout_updates_to_opt_(n, c)
#define _Inout_updates_bytes_to_(n, c)
#define _Inout_updates_bytes_to_opt_(n, c)
#define _Inout_updates_all_(n)
#define _Inout_updates_bytes_all_(n)
#define _Out_
#define _Out_opt_
#define _Out_writes_(n)
#define _Out_writes_opt_(n)
#define _Out_writes_z_(n)
#define _Out_writes_opt_z_(n)
#define _Out_writes_bytes_(n)
#define _Out_writes_bytes_opt_(n)
#define _Out_writes_to_(n, c)
#define _Out_writes_to_opt_(n, c)
#define _Out_writes_all_(n)
#define _Out_writes_all_opt_(n)
#define _Out_writes_bytes_to_(n, c)
#define _Out_writes_bytes_to_opt_(n, c)
#define _Out_writes_bytes_all_(n)
#define _Out_writes_bytes_all_opt_(n)
#define _Out_writes_to_ptr_(n)
#define _Out_range_(a, b)
#define _Out_cap_(n)
#define _Out_bytecap_(n)
#define _Outptr_
#define _Outptr_opt_
#define _Outptr_result_maybenull_
#define _Outptr_opt_result_maybenull_
#define _Outptr_result_nullonfailure_
#define _Outptr_opt_result_nullonfailure_
#define _Outptr_result_z_
#define _Outptr_result_maybenull_z_
#define _Outptr_result_buffer_(n)
#define _Outptr_opt_result_buffer_(n)
#define _Outptr_result_buffer_maybenull_(n)
#define _Outptr_result_buffer_to_(n, c)
#define _Outptr_result_bytebuffer_(n)
#define _Outptr_opt_result_bytebuffer_(n)
#define _Outptr_result_bytebuffer_maybenull_(n)
#define _Outptr_result_bytebuffer_to_(n, c)
#define _Outref_
#define _Outref_result_maybenull_
#define _COM_Outptr_
#define _COM_Outptr_opt_
#define _COM_Outptr_result_maybenull_
#define _Ret_
#define _Ret_z_
#define _Ret_maybenull_
#define _Ret_maybenull_z_
#define _Ret_notnull_
#define _Ret_null_
#define _Ret_valid_
#define _Ret_range_(a, b)
#define _Ret_writes_(n)
#define _Ret_writes_bytes_(n)
#define _Ret_writes_maybenull_(n)
#define _Ret_writes_bytes_maybenull_(n)
#define _Result_nullonfailure_
#define _Result_zeroonfailure_
#define _Pre_
#define _Pre_opt_
#define _Pre_maybenull_
#define _Pre_notnull_
#define _Pre_null_
#define _Pre_valid_
#define _Pre_invalid_
#define _Pre_z_
#define _Pre_satisfies_(x)
#define _Pre_equal_to_(x)
#define _Pre_readable_size_(n)
#define _Pre_writable_size_(n)
#define _Pre_readable_byte_size_(n)
#define _Pre_writable_byte_size_(n)
#define _Pre_unknown_
#define _Prepost_z_
#define _Post_
#define _Post_equal_to_(x)
#define _Post_invalid_
#define _Post_maybenull_
#define _Post_maybez_
#define _Post_notnull_
#define _Post_null_
#define _Post_ptr_invalid_
#define _Post_readable_size_(n)
#define _Post_writable_size_(n)
#define _Post_readable_byte_size_(n)
#define _Post_writable_byte_size_(n)
#define _Post_satisfies_(x)
#define _Post_valid_
#define _Post_z_
#define _Deref_out_range_(a, b)
#define _Deref_in_range_(a, b)
#define _Deref_inout_range_(a, b)
#define _Deref_out_
#define _Deref_out_opt_
#define _Deref_out_z_
#define _Deref_post_valid_
#define _Deref_post_null_
#define _Field_range_(a, b)
#define _Field_size_(n)
#define _Field_size_opt_(n)
#define _Field_size_bytes_(n)
#define _Field_size_bytes_opt_(n)
#define _Field_size_bytes_full_(n)
#define _Field_size_bytes_part_(n, c)
#define _Field_size_part_(n, c)
#define _Field_size_full_(n)
#define _Field_size_full_opt_(n)
#define _Field_z_
#define _Struct_size_bytes_(n)
#define _Notnull_
#define _Maybenull_
#define _Null_
#define _Null_terminated_
#define _NullNull_terminated_
#define _Readable_bytes_(n)
#define _Readable_elements_(n)
#define _Writable_bytes_(n)
#define _Writable_elements_(n)
#define _Points_to_data_
#define _Literal_
#define _Notliteral_
#define _Valid_
#define _Unchanged_(x)
#define _Reserved_
#define _Const_
#define _Frees_ptr_
#define _Frees_ptr_opt_
#define _Printf_format_string_
#define _Scanf_format_string_
#define _Strict_type_match_
#define _Enum_is_bitflag_
#define _Flow_(x)

/* The old spellings collide with names inside Linux C++ libraries: Windows target only. */
#ifdef _WIN32
#define IN
#define OUT
#define OPTIONAL
#define CRITICAL
#define __in
#define __in_opt
#define __in_z
#define __in_opt_z
#define __in_ecount(n)
#define __in_ecount_opt(n)
#define __in_bcount(n)
#define __in_bcount_opt(n)
#define __in_range(a, b)
#define __inout
#define __inout_opt
#define __inout_ecount(n)
#define __inout_bcount(n)
#define __inout_bcount_opt(n)
#define __out
#define __out_opt
#define __out_ecount(n)
#define __out_ecount_opt(n)
#define __out_ecount_part(n, c)
#define __out_bcount(n)
#define __out_bcount_opt(n)
#define __out_bcount_part(n, c)
#define __out_bcount_part_opt(n, c)
#define __deref_out
#define __deref_out_opt
#define __deref_opt_out
#define __deref_opt_out_opt
#define __deref_out_bcount(n)
#define __deref_out_bcount_opt(n)
#define __deref_out_ecount(n)
#define __deref_inout
#define __deref_inout_opt
#define __reserved
#define __nullterminated
#define __field_bcount(n)
#define __field_ecount(n)
#define __checkReturn
#define __success(x)
#define __drv_aliasesMem
#define __drv_allocatesMem(x)
#define __drv_freesMem(x)
#define __drv_inTry
#define __drv_notInTry
#define __drv_strictType(a, b)
#define __drv_strictTypeMatch(a)
#define __drv_maxIRQL(x)
#define __drv_minIRQL(x)
#define __drv_requiresIRQL(x)
#define __drv_sameIRQL
#define __drv_raisesIRQL(x)
#define __drv_savesIRQL
#define __drv_restoresIRQL
#define __drv_when(c, x)
#define __drv_at(a, x)
#define __drv_acquiresResource(x)
#define __drv_releasesResource(x)
#define __drv_dispatchType(x)
#define __drv_functionClass(x)
#define __drv_reportError(x)
#define __drv_interlocked
#define __drv_constant
#define __drv_out(x)
#define __drv_in(x)
#endif
