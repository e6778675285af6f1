/* Functions of fltmgr.sys.
 * Written by wdk/gen/wdkgen.py from the tables in wdk/abi. Do not edit. */
#pragma once
#ifdef __cplusplus
extern "C" {
#endif

FLT_IMPORT VOID NTAPI FltAcknowledgeEcp(PFLT_FILTER Filter, PVOID EcpContext);
FLT_IMPORT VOID NTAPI FltAcquirePushLockExclusive(PEX_PUSH_LOCK PushLock);
FLT_IMPORT VOID NTAPI FltAcquirePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
FLT_IMPORT VOID NTAPI FltAcquirePushLockShared(PEX_PUSH_LOCK PushLock);
FLT_IMPORT VOID NTAPI FltAcquirePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
FLT_IMPORT VOID NTAPI FltAcquireResourceExclusive(PERESOURCE Resource);
FLT_IMPORT VOID NTAPI FltAcquireResourceShared(PERESOURCE Resource);
FLT_IMPORT NTSTATUS NTAPI FltAddOpenReparseEntry(PFLT_FILTER Filter, FLT_CALLBACK_DATA *Data,
    OPEN_REPARSE_LIST_ENTRY *OpenReparseEntry);
FLT_IMPORT NTSTATUS NTAPI FltAdjustDeviceStackSizeForIoRedirection(PFLT_INSTANCE SourceInstance,
    PFLT_INSTANCE TargetInstance, PBOOLEAN SourceDeviceStackSizeModified);
FLT_IMPORT NTSTATUS NTAPI FltAllocateCallbackData(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CALLBACK_DATA *RetNewCallbackData);
FLT_IMPORT NTSTATUS NTAPI FltAllocateCallbackDataEx(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    FLT_ALLOCATE_CALLBACK_DATA_FLAGS Flags, PFLT_CALLBACK_DATA *RetNewCallbackData);
FLT_IMPORT NTSTATUS NTAPI FltAllocateContext(PFLT_FILTER Filter, FLT_CONTEXT_TYPE ContextType,
    SIZE_T ContextSize, POOL_TYPE PoolType, PFLT_CONTEXT *ReturnedContext);
FLT_IMPORT PFLT_DEFERRED_IO_WORKITEM NTAPI FltAllocateDeferredIoWorkItem(VOID);
FLT_IMPORT NTSTATUS NTAPI FltAllocateExtraCreateParameter(PFLT_FILTER Filter, LPCGUID EcpType,
    ULONG SizeOfContext, FSRTL_ALLOCATE_ECP_FLAGS Flags,
    PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, ULONG PoolTag,
    PVOID *EcpContext);
FLT_IMPORT NTSTATUS NTAPI FltAllocateExtraCreateParameterFromLookasideList(PFLT_FILTER Filter,
    LPCGUID EcpType, ULONG SizeOfContext, FSRTL_ALLOCATE_ECP_FLAGS Flags,
    PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, PVOID LookasideList,
    PVOID *EcpContext);
FLT_IMPORT NTSTATUS NTAPI FltAllocateExtraCreateParameterList(PFLT_FILTER Filter,
    FSRTL_ALLOCATE_ECPLIST_FLAGS Flags, PECP_LIST *EcpList);
FLT_IMPORT PFILE_LOCK NTAPI FltAllocateFileLock(PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE CompleteLockCallbackDataRoutine,
    PUNLOCK_ROUTINE UnlockRoutine);
FLT_IMPORT PFLT_GENERIC_WORKITEM NTAPI FltAllocateGenericWorkItem(VOID);
FLT_IMPORT PVOID NTAPI FltAllocatePoolAlignedWithTag(PFLT_INSTANCE Instance, POOL_TYPE PoolType,
    SIZE_T NumberOfBytes, ULONG Tag);
FLT_IMPORT NTSTATUS NTAPI FltApplyPriorityInfoThread(PIO_PRIORITY_INFO InputPriorityInfo,
    PIO_PRIORITY_INFO OutputPriorityInfo, PETHREAD Thread);
FLT_IMPORT NTSTATUS NTAPI FltAttachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume,
    PCUNICODE_STRING InstanceName, PFLT_INSTANCE *RetInstance);
FLT_IMPORT NTSTATUS NTAPI FltAttachVolumeAtAltitude(PFLT_FILTER Filter, PFLT_VOLUME Volume,
    PCUNICODE_STRING Altitude, PCUNICODE_STRING InstanceName, PFLT_INSTANCE *RetInstance);
FLT_IMPORT NTSTATUS NTAPI FltBuildDefaultSecurityDescriptor(PSECURITY_DESCRIPTOR *SecurityDescriptor,
    ACCESS_MASK DesiredAccess);
FLT_IMPORT VOID NTAPI FltCancelFileOpen(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
FLT_IMPORT BOOLEAN NTAPI FltCancelIo(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltCancellableWaitForMultipleObjects(ULONG Count, PVOID ObjectArray[],
    WAIT_TYPE WaitType, PLARGE_INTEGER Timeout, PKWAIT_BLOCK WaitBlockArray,
    PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltCancellableWaitForSingleObject(PVOID Object, PLARGE_INTEGER Timeout,
    PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT VOID NTAPI FltCbdqDisable(PFLT_CALLBACK_DATA_QUEUE Cbdq);
FLT_IMPORT VOID NTAPI FltCbdqEnable(PFLT_CALLBACK_DATA_QUEUE Cbdq);
FLT_IMPORT NTSTATUS NTAPI FltCbdqInitialize(PFLT_INSTANCE Instance, PFLT_CALLBACK_DATA_QUEUE Cbdq,
    PFLT_CALLBACK_DATA_QUEUE_INSERT_IO CbdqInsertIo,
    PFLT_CALLBACK_DATA_QUEUE_REMOVE_IO CbdqRemoveIo,
    PFLT_CALLBACK_DATA_QUEUE_PEEK_NEXT_IO CbdqPeekNextIo,
    PFLT_CALLBACK_DATA_QUEUE_ACQUIRE CbdqAcquire, PFLT_CALLBACK_DATA_QUEUE_RELEASE CbdqRelease,
    PFLT_CALLBACK_DATA_QUEUE_COMPLETE_CANCELED_IO CbdqCompleteCanceledIo);
FLT_IMPORT NTSTATUS NTAPI FltCbdqInsertIo(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA Cbd,
    PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT Context, PVOID InsertContext);
FLT_IMPORT PFLT_CALLBACK_DATA NTAPI FltCbdqRemoveIo(PFLT_CALLBACK_DATA_QUEUE Cbdq,
    PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT Context);
FLT_IMPORT PFLT_CALLBACK_DATA NTAPI FltCbdqRemoveNextIo(PFLT_CALLBACK_DATA_QUEUE Cbdq,
    PVOID PeekContext);
FLT_IMPORT NTSTATUS NTAPI FltCheckAndGrowNameControl(PFLT_NAME_CONTROL NameCtrl, USHORT NewSize);
FLT_IMPORT BOOLEAN NTAPI FltCheckLockForReadAccess(PFILE_LOCK FileLock,
    PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT BOOLEAN NTAPI FltCheckLockForWriteAccess(PFILE_LOCK FileLock,
    PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT FLT_PREOP_CALLBACK_STATUS NTAPI FltCheckOplock(POPLOCK Oplock,
    PFLT_CALLBACK_DATA CallbackData, PVOID Context,
    PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
FLT_IMPORT FLT_PREOP_CALLBACK_STATUS NTAPI FltCheckOplockEx(POPLOCK Oplock,
    PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context,
    PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
FLT_IMPORT VOID NTAPI FltClearCallbackDataDirty(PFLT_CALLBACK_DATA Data);
FLT_IMPORT NTSTATUS NTAPI FltClearCancelCompletion(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltClose(HANDLE FileHandle);
FLT_IMPORT VOID NTAPI FltCloseClientPort(PFLT_FILTER Filter, PFLT_PORT *ClientPort);
FLT_IMPORT VOID NTAPI FltCloseCommunicationPort(PFLT_PORT ServerPort);
FLT_IMPORT NTSTATUS NTAPI FltCloseSectionForDataScan(PFLT_CONTEXT SectionContext);
FLT_IMPORT NTSTATUS NTAPI FltCommitComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
FLT_IMPORT NTSTATUS NTAPI FltCommitFinalizeComplete(PFLT_INSTANCE Instance,
    PKTRANSACTION Transaction, PFLT_CONTEXT TransactionContext);
FLT_IMPORT LONG NTAPI FltCompareInstanceAltitudes(PFLT_INSTANCE Instance1, PFLT_INSTANCE Instance2);
FLT_IMPORT VOID NTAPI FltCompletePendedPostOperation(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT VOID NTAPI FltCompletePendedPreOperation(PFLT_CALLBACK_DATA CallbackData,
    FLT_PREOP_CALLBACK_STATUS CallbackStatus, PVOID Context);
FLT_IMPORT NTSTATUS NTAPI FltCopyOpenReparseList(PFLT_FILTER Filter, FLT_CALLBACK_DATA *Data,
    ECP_LIST *EcpList);
FLT_IMPORT NTSTATUS NTAPI FltCreateCommunicationPort(PFLT_FILTER Filter, PFLT_PORT *ServerPort,
    POBJECT_ATTRIBUTES ObjectAttributes, PVOID ServerPortCookie,
    PFLT_CONNECT_NOTIFY ConnectNotifyCallback, PFLT_DISCONNECT_NOTIFY DisconnectNotifyCallback,
    PFLT_MESSAGE_NOTIFY MessageNotifyCallback, LONG MaxConnections);
FLT_IMPORT NTSTATUS NTAPI FltCreateFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
    PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
    ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength,
    ULONG Flags);
FLT_IMPORT NTSTATUS NTAPI FltCreateFileEx(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
    PHANDLE FileHandle, PFILE_OBJECT *FileObject, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition,
    ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags);
FLT_IMPORT NTSTATUS NTAPI FltCreateFileEx2(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
    PHANDLE FileHandle, PFILE_OBJECT *FileObject, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition,
    ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags,
    PIO_DRIVER_CREATE_CONTEXT DriverContext);
FLT_IMPORT NTSTATUS NTAPI FltCreateMailslotFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
    HANDLE *FileHandle, FILE_OBJECT **FileObject, ULONG DesiredAccess,
    OBJECT_ATTRIBUTES *ObjectAttributes, IO_STATUS_BLOCK *IoStatusBlock, ULONG CreateOptions,
    ULONG MailslotQuota, ULONG MaximumMessageSize, PLARGE_INTEGER ReadTimeout,
    IO_DRIVER_CREATE_CONTEXT *DriverContext);
FLT_IMPORT NTSTATUS NTAPI FltCreateNamedPipeFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
    HANDLE *FileHandle, FILE_OBJECT **FileObject, ULONG DesiredAccess,
    OBJECT_ATTRIBUTES *ObjectAttributes, IO_STATUS_BLOCK *IoStatusBlock, ULONG ShareAccess,
    ULONG CreateDisposition, ULONG CreateOptions, ULONG NamedPipeType, ULONG ReadMode,
    ULONG CompletionMode, ULONG MaximumInstances, ULONG InboundQuota, ULONG OutboundQuota,
    PLARGE_INTEGER DefaultTimeout, IO_DRIVER_CREATE_CONTEXT *DriverContext);
FLT_IMPORT NTSTATUS NTAPI FltCreateSectionForDataScan(PFLT_INSTANCE Instance,
    FILE_OBJECT *FileObject, PFLT_CONTEXT SectionContext, ULONG DesiredAccess,
    OBJECT_ATTRIBUTES *ObjectAttributes, PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection,
    ULONG AllocationAttributes, ULONG Flags, HANDLE *SectionHandle, PVOID *SectionObject,
    PLARGE_INTEGER SectionFileSize);
FLT_IMPORT NTSTATUS NTAPI FltCreateSystemVolumeInformationFolder(PFLT_INSTANCE Instance);
FLT_IMPORT BOOLEAN NTAPI FltCurrentBatchOplock(POPLOCK Oplock);
FLT_IMPORT BOOLEAN NTAPI FltCurrentOplock(POPLOCK Oplock);
FLT_IMPORT BOOLEAN NTAPI FltCurrentOplockH(POPLOCK Oplock);
FLT_IMPORT NTSTATUS NTAPI FltDecodeParameters(PFLT_CALLBACK_DATA CallbackData,
    PMDL **MdlAddressPointer, PVOID **Buffer, PULONG *Length, LOCK_OPERATION *DesiredAccess);
FLT_IMPORT VOID NTAPI FltDeleteContext(PFLT_CONTEXT Context);
FLT_IMPORT VOID NTAPI FltDeleteExtraCreateParameterLookasideList(PFLT_FILTER Filter,
    PVOID Lookaside, FSRTL_ECP_LOOKASIDE_FLAGS Flags);
FLT_IMPORT NTSTATUS NTAPI FltDeleteFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltDeleteInstanceContext(PFLT_INSTANCE Instance,
    PFLT_CONTEXT *OldContext);
FLT_IMPORT VOID NTAPI FltDeletePushLock(PEX_PUSH_LOCK PushLock);
FLT_IMPORT NTSTATUS NTAPI FltDeleteStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltDeleteStreamHandleContext(PFLT_INSTANCE Instance,
    PFILE_OBJECT FileObject, PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltDeleteTransactionContext(PFLT_INSTANCE Instance,
    PKTRANSACTION Transaction, PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltDeleteVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume,
    PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltDetachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume,
    PCUNICODE_STRING InstanceName);
FLT_IMPORT NTSTATUS NTAPI FltDeviceIoControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    ULONG IoControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer,
    ULONG OutputBufferLength, PULONG LengthReturned);
FLT_IMPORT BOOLEAN NTAPI FltDoCompletionProcessingWhenSafe(PFLT_CALLBACK_DATA Data,
    PCFLT_RELATED_OBJECTS FltObjects, PVOID CompletionContext, FLT_POST_OPERATION_FLAGS Flags,
    PFLT_POST_OPERATION_CALLBACK SafePostCallback,
    PFLT_POSTOP_CALLBACK_STATUS RetPostOperationStatus);
FLT_IMPORT NTSTATUS NTAPI FltEnlistInTransaction(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext, NOTIFICATION_MASK NotificationMask);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateFilterInformation(ULONG Index,
    FILTER_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    PULONG BytesReturned);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateFilters(PFLT_FILTER *FilterList, ULONG FilterListSize,
    PULONG NumberFiltersReturned);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateInstanceInformationByDeviceObject(DEVICE_OBJECT *DeviceObject,
    ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    ULONG *BytesReturned);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateInstanceInformationByFilter(PFLT_FILTER Filter, ULONG Index,
    INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    PULONG BytesReturned);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateInstanceInformationByVolume(PFLT_VOLUME Volume, ULONG Index,
    INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    PULONG BytesReturned);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateInstanceInformationByVolumeName(UNICODE_STRING *VolumeName,
    ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    ULONG *BytesReturned);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateInstances(PFLT_VOLUME Volume, PFLT_FILTER Filter,
    PFLT_INSTANCE *InstanceList, ULONG InstanceListSize, PULONG NumberInstancesReturned);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateVolumeInformation(PFLT_FILTER Filter, ULONG Index,
    FILTER_VOLUME_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    PULONG BytesReturned);
FLT_IMPORT NTSTATUS NTAPI FltEnumerateVolumes(PFLT_FILTER Filter, PFLT_VOLUME *VolumeList,
    ULONG VolumeListSize, PULONG NumberVolumesReturned);
FLT_IMPORT BOOLEAN NTAPI FltFastIoMdlRead(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, MDL **MdlChain,
    IO_STATUS_BLOCK *IoStatus);
FLT_IMPORT BOOLEAN NTAPI FltFastIoMdlReadComplete(PFLT_INSTANCE InitiatingInstance,
    FILE_OBJECT *FileObject, MDL *MdlChain);
FLT_IMPORT BOOLEAN NTAPI FltFastIoMdlWriteComplete(PFLT_INSTANCE InitiatingInstance,
    FILE_OBJECT *FileObject, PLARGE_INTEGER FileOffset, MDL *MdlChain);
FLT_IMPORT BOOLEAN NTAPI FltFastIoPrepareMdlWrite(PFLT_INSTANCE InitiatingInstance,
    FILE_OBJECT *FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, MDL **MdlChain,
    IO_STATUS_BLOCK *IoStatus);
FLT_IMPORT NTSTATUS NTAPI FltFindExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList,
    LPCGUID EcpType, PVOID *EcpContext, ULONG *EcpContextSize);
FLT_IMPORT NTSTATUS NTAPI FltFlushBuffers(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
FLT_IMPORT NTSTATUS NTAPI FltFlushBuffers2(PFLT_INSTANCE Instance, FILE_OBJECT *FileObject,
    ULONG FlushType, FLT_CALLBACK_DATA *CallbackData);
FLT_IMPORT VOID NTAPI FltFreeCallbackData(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT VOID NTAPI FltFreeDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM FltWorkItem);
FLT_IMPORT VOID NTAPI FltFreeExtraCreateParameter(PFLT_FILTER Filter, PVOID EcpContext);
FLT_IMPORT VOID NTAPI FltFreeExtraCreateParameterList(PFLT_FILTER Filter, PECP_LIST EcpList);
FLT_IMPORT VOID NTAPI FltFreeFileLock(PFILE_LOCK FileLock);
FLT_IMPORT VOID NTAPI FltFreeGenericWorkItem(PFLT_GENERIC_WORKITEM FltWorkItem);
FLT_IMPORT VOID NTAPI FltFreeOpenReparseList(PFLT_FILTER Filter, ECP_LIST *EcpList);
FLT_IMPORT VOID NTAPI FltFreePoolAlignedWithTag(PFLT_INSTANCE Instance, PVOID Buffer, ULONG Tag);
FLT_IMPORT VOID NTAPI FltFreeSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);
FLT_IMPORT NTSTATUS NTAPI FltFsControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer,
    ULONG OutputBufferLength, PULONG LengthReturned);
FLT_IMPORT NTSTATUS NTAPI FltGetActivityIdCallbackData(FLT_CALLBACK_DATA *CallbackData, GUID *Guid);
FLT_IMPORT NTSTATUS NTAPI FltGetBottomInstance(PFLT_VOLUME Volume, PFLT_INSTANCE *Instance);
FLT_IMPORT VOID NTAPI FltGetContexts(PCFLT_RELATED_OBJECTS FltObjects,
    FLT_CONTEXT_TYPE DesiredContexts, PFLT_RELATED_CONTEXTS Contexts);
FLT_IMPORT NTSTATUS NTAPI FltGetContextsEx(FLT_RELATED_OBJECTS *FltObjects, USHORT DesiredContexts,
    SIZE_T ContextsSize, FLT_RELATED_CONTEXTS_EX *Contexts);
FLT_IMPORT NTSTATUS NTAPI FltGetCopyInformationFromCallbackData(PFLT_CALLBACK_DATA Data,
    PCOPY_INFORMATION CopyInformation);
FLT_IMPORT NTSTATUS NTAPI FltGetDestinationFileNameInformation(PFLT_INSTANCE Instance,
    PFILE_OBJECT FileObject, HANDLE RootDirectory, PWSTR FileName, ULONG FileNameLength,
    FLT_FILE_NAME_OPTIONS NameOptions, PFLT_FILE_NAME_INFORMATION *RetFileNameInformation);
FLT_IMPORT NTSTATUS NTAPI FltGetDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT *DeviceObject);
FLT_IMPORT NTSTATUS NTAPI FltGetDiskDeviceObject(PFLT_VOLUME Volume,
    PDEVICE_OBJECT *DiskDeviceObject);
FLT_IMPORT NTSTATUS NTAPI FltGetEcpListFromCallbackData(PFLT_FILTER Filter,
    PFLT_CALLBACK_DATA CallbackData, PECP_LIST *EcpList);
FLT_IMPORT NTSTATUS NTAPI FltGetFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT *Context);
FLT_IMPORT NTSTATUS NTAPI FltGetFileNameInformation(PFLT_CALLBACK_DATA CallbackData,
    FLT_FILE_NAME_OPTIONS NameOptions, PFLT_FILE_NAME_INFORMATION *FileNameInformation);
FLT_IMPORT NTSTATUS NTAPI FltGetFileNameInformationUnsafe(PFILE_OBJECT FileObject,
    PFLT_INSTANCE Instance, FLT_FILE_NAME_OPTIONS NameOptions,
    PFLT_FILE_NAME_INFORMATION *FileNameInformation);
FLT_IMPORT NTSTATUS NTAPI FltGetFileSystemType(PVOID FltObject,
    PFLT_FILESYSTEM_TYPE FileSystemType);
FLT_IMPORT NTSTATUS NTAPI FltGetFilterFromInstance(PFLT_INSTANCE Instance, PFLT_FILTER *RetFilter);
FLT_IMPORT NTSTATUS NTAPI FltGetFilterFromName(PCUNICODE_STRING FilterName, PFLT_FILTER *RetFilter);
FLT_IMPORT NTSTATUS NTAPI FltGetFilterInformation(PFLT_FILTER Filter,
    FILTER_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    PULONG BytesReturned);
FLT_IMPORT NTSTATUS NTAPI FltGetFsZeroingOffset(FLT_CALLBACK_DATA *Data, ULONG *ZeroingOffset);
FLT_IMPORT NTSTATUS NTAPI FltGetInstanceContext(PFLT_INSTANCE Instance, PFLT_CONTEXT *Context);
FLT_IMPORT NTSTATUS NTAPI FltGetInstanceInformation(PFLT_INSTANCE Instance,
    INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    PULONG BytesReturned);
FLT_IMPORT PVOID NTAPI FltGetIoAttributionHandleFromCallbackData(FLT_CALLBACK_DATA *Data);
FLT_IMPORT IO_PRIORITY_HINT NTAPI FltGetIoPriorityHint(PFLT_CALLBACK_DATA Data);
FLT_IMPORT IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromCallbackData(PFLT_CALLBACK_DATA Data);
FLT_IMPORT IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromFileObject(PFILE_OBJECT FileObject);
FLT_IMPORT IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromThread(PETHREAD Thread);
FLT_IMPORT PCHAR NTAPI FltGetIrpName(UCHAR IrpMajorCode);
FLT_IMPORT NTSTATUS NTAPI FltGetLowerInstance(PFLT_INSTANCE CurrentInstance,
    PFLT_INSTANCE *LowerInstance);
FLT_IMPORT PVOID NTAPI FltGetNewSystemBufferAddress(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltGetNextExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList,
    PVOID CurrentEcpContext, LPGUID NextEcpType, PVOID *NextEcpContext, ULONG *NextEcpContextSize);
FLT_IMPORT PEPROCESS NTAPI FltGetRequestorProcess(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT ULONG NTAPI FltGetRequestorProcessId(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT HANDLE NTAPI FltGetRequestorProcessIdEx(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltGetRequestorSessionId(PFLT_CALLBACK_DATA CallbackData,
    PULONG SessionId);
FLT_IMPORT PVOID NTAPI FltGetRoutineAddress(PCSTR FltMgrRoutineName);
FLT_IMPORT NTSTATUS NTAPI FltGetSectionContext(PFLT_INSTANCE Instance, FILE_OBJECT *FileObject,
    PFLT_CONTEXT *Context);
FLT_IMPORT NTSTATUS NTAPI FltGetStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT *Context);
FLT_IMPORT NTSTATUS NTAPI FltGetStreamHandleContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT *Context);
FLT_IMPORT PMDL NTAPI FltGetSwappedBufferMdlAddress(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltGetTopInstance(PFLT_VOLUME Volume, PFLT_INSTANCE *Instance);
FLT_IMPORT NTSTATUS NTAPI FltGetTransactionContext(PFLT_INSTANCE Instance,
    PKTRANSACTION Transaction, PFLT_CONTEXT *Context);
FLT_IMPORT NTSTATUS NTAPI FltGetTunneledName(PFLT_CALLBACK_DATA CallbackData,
    PFLT_FILE_NAME_INFORMATION FileNameInformation,
    PFLT_FILE_NAME_INFORMATION *RetTunneledFileNameInformation);
FLT_IMPORT NTSTATUS NTAPI FltGetUpperInstance(PFLT_INSTANCE CurrentInstance,
    PFLT_INSTANCE *UpperInstance);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume,
    PFLT_CONTEXT *Context);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeFromDeviceObject(PFLT_FILTER Filter,
    PDEVICE_OBJECT DeviceObject, PFLT_VOLUME *RetVolume);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeFromFileObject(PFLT_FILTER Filter, PFILE_OBJECT FileObject,
    PFLT_VOLUME *RetVolume);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeFromInstance(PFLT_INSTANCE Instance, PFLT_VOLUME *RetVolume);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeFromName(PFLT_FILTER Filter, PCUNICODE_STRING VolumeName,
    PFLT_VOLUME *RetVolume);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeGuidName(PFLT_VOLUME Volume, PUNICODE_STRING VolumeGuidName,
    PULONG BufferSizeNeeded);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeInformation(PFLT_VOLUME Volume,
    FILTER_VOLUME_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize,
    PULONG BytesReturned);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeInstanceFromName(PFLT_FILTER Filter, PFLT_VOLUME Volume,
    PCUNICODE_STRING InstanceName, PFLT_INSTANCE *RetInstance);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeName(PFLT_VOLUME Volume, PUNICODE_STRING VolumeName,
    PULONG BufferSizeNeeded);
FLT_IMPORT NTSTATUS NTAPI FltGetVolumeProperties(PFLT_VOLUME Volume,
    PFLT_VOLUME_PROPERTIES VolumeProperties, ULONG VolumePropertiesLength, PULONG LengthReturned);
FLT_IMPORT VOID NTAPI FltInitExtraCreateParameterLookasideList(PFLT_FILTER Filter, PVOID Lookaside,
    FSRTL_ECP_LOOKASIDE_FLAGS Flags, SIZE_T Size, ULONG Tag);
FLT_IMPORT VOID NTAPI FltInitializeFileLock(PFILE_LOCK FileLock);
FLT_IMPORT VOID NTAPI FltInitializeOplock(POPLOCK Oplock);
FLT_IMPORT VOID NTAPI FltInitializePushLock(PEX_PUSH_LOCK PushLock);
FLT_IMPORT NTSTATUS NTAPI FltInsertExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList,
    PVOID EcpContext);
FLT_IMPORT BOOLEAN NTAPI FltIs32bitProcess(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT BOOLEAN NTAPI FltIsCallbackDataDirty(PFLT_CALLBACK_DATA Data);
FLT_IMPORT NTSTATUS NTAPI FltIsDirectory(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance,
    PBOOLEAN IsDirectory);
FLT_IMPORT BOOLEAN NTAPI FltIsEcpAcknowledged(PFLT_FILTER Filter, PVOID EcpContext);
FLT_IMPORT BOOLEAN NTAPI FltIsEcpFromUserMode(PFLT_FILTER Filter, PVOID EcpContext);
FLT_IMPORT BOOLEAN NTAPI FltIsFltMgrVolumeDeviceObject(PDEVICE_OBJECT DeviceObject);
FLT_IMPORT BOOLEAN NTAPI FltIsIoCanceled(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltIsIoRedirectionAllowed(PFLT_INSTANCE SourceInstance,
    PFLT_INSTANCE TargetInstance, PBOOLEAN RedirectionAllowed);
FLT_IMPORT NTSTATUS NTAPI FltIsIoRedirectionAllowedForOperation(PFLT_CALLBACK_DATA Data,
    PFLT_INSTANCE TargetInstance, PBOOLEAN RedirectionAllowedThisIo,
    PBOOLEAN RedirectionAllowedAllIo);
FLT_IMPORT BOOLEAN NTAPI FltIsOperationSynchronous(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltIsVolumeSnapshot(PVOID FltObject, PBOOLEAN IsSnapshotVolume);
FLT_IMPORT NTSTATUS NTAPI FltIsVolumeWritable(PVOID FltObject, PBOOLEAN IsWritable);
FLT_IMPORT NTSTATUS NTAPI FltLoadFilter(PCUNICODE_STRING FilterName);
FLT_IMPORT NTSTATUS NTAPI FltLockUserBuffer(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT VOID NTAPI FltNotifyFilterChangeDirectory(PNOTIFY_SYNC NotifySync,
    PLIST_ENTRY NotifyList, PVOID FsContext, PSTRING FullDirectoryName, BOOLEAN WatchTree,
    BOOLEAN IgnoreBuffer, ULONG CompletionFilter, PFLT_CALLBACK_DATA NotifyCallbackData,
    PCHECK_FOR_TRAVERSE_ACCESS TraverseCallback, PSECURITY_SUBJECT_CONTEXT SubjectContext,
    PFILTER_REPORT_CHANGE FilterCallback);
FLT_IMPORT VOID NTAPI FltObjectDereference(PVOID FltObject);
FLT_IMPORT NTSTATUS NTAPI FltObjectReference(PVOID FltObject);
FLT_IMPORT NTSTATUS NTAPI FltOpenVolume(PFLT_INSTANCE Instance, PHANDLE VolumeHandle,
    PFILE_OBJECT *VolumeFileObject);
FLT_IMPORT FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockBreakH(POPLOCK Oplock,
    PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context,
    PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
FLT_IMPORT FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockBreakToNone(POPLOCK Oplock,
    PFLT_CALLBACK_DATA CallbackData, PVOID Context,
    PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
FLT_IMPORT FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockBreakToNoneEx(POPLOCK Oplock,
    PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context,
    PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
FLT_IMPORT FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockFsctrl(POPLOCK Oplock,
    PFLT_CALLBACK_DATA CallbackData, ULONG OpenCount);
FLT_IMPORT FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockFsctrlEx(POPLOCK Oplock,
    PFLT_CALLBACK_DATA CallbackData, ULONG OpenCount, ULONG Flags);
FLT_IMPORT BOOLEAN NTAPI FltOplockIsFastIoPossible(POPLOCK Oplock);
FLT_IMPORT BOOLEAN NTAPI FltOplockIsSharedRequest(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT BOOLEAN NTAPI FltOplockKeysEqual(PFILE_OBJECT Fo1, PFILE_OBJECT Fo2);
FLT_IMPORT NTSTATUS NTAPI FltParseFileName(PCUNICODE_STRING FileName, PUNICODE_STRING Extension,
    PUNICODE_STRING Stream, PUNICODE_STRING FinalComponent);
FLT_IMPORT NTSTATUS NTAPI FltParseFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
FLT_IMPORT NTSTATUS NTAPI FltPerformAsynchronousIo(PFLT_CALLBACK_DATA CallbackData,
    PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext);
FLT_IMPORT VOID NTAPI FltPerformSynchronousIo(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltPrePrepareComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
FLT_IMPORT NTSTATUS NTAPI FltPrepareComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
FLT_IMPORT VOID NTAPI FltPrepareToReuseEcp(PFLT_FILTER Filter, PVOID EcpContext);
FLT_IMPORT FLT_PREOP_CALLBACK_STATUS NTAPI FltProcessFileLock(PFILE_LOCK FileLock,
    PFLT_CALLBACK_DATA CallbackData, PVOID Context);
FLT_IMPORT NTSTATUS NTAPI FltPropagateActivityIdToThread(FLT_CALLBACK_DATA *CallbackData,
    GUID *PropagateId, GUID **OriginalId);
FLT_IMPORT NTSTATUS NTAPI FltPropagateIrpExtension(FLT_CALLBACK_DATA *SourceData,
    FLT_CALLBACK_DATA *TargetData, ULONG Flags);
FLT_IMPORT NTSTATUS NTAPI FltPurgeFileNameInformationCache(PFLT_INSTANCE Instance,
    PFILE_OBJECT FileObject);
FLT_IMPORT NTSTATUS NTAPI FltQueryDirectoryFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass,
    BOOLEAN ReturnSingleEntry, PUNICODE_STRING FileName, BOOLEAN RestartScan,
    PULONG LengthReturned);
FLT_IMPORT NTSTATUS NTAPI FltQueryDirectoryFileEx(PFLT_INSTANCE Instance, FILE_OBJECT *FileObject,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass,
    ULONG QueryFlags, UNICODE_STRING *FileName, ULONG *LengthReturned);
FLT_IMPORT NTSTATUS NTAPI FltQueryEaFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID ReturnedEaData, ULONG Length, BOOLEAN ReturnSingleEntry, PVOID EaList, ULONG EaListLength,
    PULONG EaIndex, BOOLEAN RestartScan, PULONG LengthReturned);
FLT_IMPORT NTSTATUS NTAPI FltQueryInformationByName(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
    OBJECT_ATTRIBUTES *ObjectAttributes, IO_STATUS_BLOCK *IoStatusBlock, PVOID FileInformation,
    ULONG Length, FILE_INFORMATION_CLASS FileInformationClass,
    IO_DRIVER_CREATE_CONTEXT *DriverContext);
FLT_IMPORT NTSTATUS NTAPI FltQueryInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass,
    PULONG LengthReturned);
FLT_IMPORT NTSTATUS NTAPI FltQueryQuotaInformationFile(PFLT_INSTANCE Instance,
    FILE_OBJECT *FileObject, IO_STATUS_BLOCK *IoStatusBlock, PVOID Buffer, ULONG Length,
    BOOLEAN ReturnSingleEntry, PVOID SidList, ULONG SidListLength, ULONG *StartSid,
    BOOLEAN RestartScan, ULONG *LengthReturned);
FLT_IMPORT NTSTATUS NTAPI FltQuerySecurityObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Length,
    PULONG LengthNeeded);
FLT_IMPORT NTSTATUS NTAPI FltQueryVolumeInformation(PFLT_INSTANCE Instance, PIO_STATUS_BLOCK Iosb,
    PVOID FsInformation, ULONG Length, FS_INFORMATION_CLASS FsInformationClass);
FLT_IMPORT NTSTATUS NTAPI FltQueryVolumeInformationFile(PFLT_INSTANCE Instance,
    PFILE_OBJECT FileObject, PVOID FsInformation, ULONG Length,
    FS_INFORMATION_CLASS FsInformationClass, PULONG LengthReturned);
FLT_IMPORT NTSTATUS NTAPI FltQueueDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM FltWorkItem,
    PFLT_CALLBACK_DATA Data, PFLT_DEFERRED_IO_WORKITEM_ROUTINE WorkerRoutine,
    WORK_QUEUE_TYPE QueueType, PVOID Context);
FLT_IMPORT NTSTATUS NTAPI FltQueueGenericWorkItem(PFLT_GENERIC_WORKITEM FltWorkItem,
    PVOID FltObject, PFLT_GENERIC_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType,
    PVOID Context);
FLT_IMPORT NTSTATUS NTAPI FltReadFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
    PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, FLT_IO_OPERATION_FLAGS Flags,
    PULONG BytesRead, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext);
FLT_IMPORT NTSTATUS NTAPI FltReadFileEx(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT *FileObject,
    PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, ULONG Flags, ULONG *BytesRead,
    PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext, ULONG *Key, MDL *Mdl);
FLT_IMPORT VOID NTAPI FltReferenceContext(PFLT_CONTEXT Context);
FLT_IMPORT VOID NTAPI FltReferenceFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
FLT_IMPORT NTSTATUS NTAPI FltRegisterFilter(PDRIVER_OBJECT Driver,
    const FLT_REGISTRATION *Registration, PFLT_FILTER *RetFilter);
FLT_IMPORT NTSTATUS NTAPI FltRegisterForDataScan(PFLT_INSTANCE Instance);
FLT_IMPORT VOID NTAPI FltReissueSynchronousIo(PFLT_INSTANCE InitiatingInstance,
    PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT VOID NTAPI FltReleaseContext(PFLT_CONTEXT Context);
FLT_IMPORT VOID NTAPI FltReleaseContexts(PFLT_RELATED_CONTEXTS Contexts);
FLT_IMPORT VOID NTAPI FltReleaseContextsEx(SIZE_T ContextsSize, FLT_RELATED_CONTEXTS_EX *Contexts);
FLT_IMPORT VOID NTAPI FltReleaseFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
FLT_IMPORT VOID NTAPI FltReleasePushLock(PEX_PUSH_LOCK PushLock);
FLT_IMPORT VOID NTAPI FltReleasePushLockEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
FLT_IMPORT VOID NTAPI FltReleaseResource(PERESOURCE Resource);
FLT_IMPORT NTSTATUS NTAPI FltRemoveExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList,
    LPCGUID EcpType, PVOID *EcpContext, ULONG *EcpContextSize);
FLT_IMPORT VOID NTAPI FltRemoveOpenReparseEntry(PFLT_FILTER Filter, FLT_CALLBACK_DATA *Data,
    OPEN_REPARSE_LIST_ENTRY *OpenReparseEntry);
FLT_IMPORT NTSTATUS NTAPI FltRequestFileInfoOnCreateCompletion(PFLT_FILTER Filter,
    FLT_CALLBACK_DATA *Data, ULONG InfoClassFlags);
FLT_IMPORT NTSTATUS NTAPI FltRequestOperationStatusCallback(PFLT_CALLBACK_DATA Data,
    PFLT_GET_OPERATION_STATUS_CALLBACK CallbackRoutine, PVOID RequesterContext);
FLT_IMPORT VOID NTAPI FltRetainSwappedBufferMdlAddress(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT PVOID NTAPI FltRetrieveFileInfoOnCreateCompletion(PFLT_FILTER Filter,
    FLT_CALLBACK_DATA *Data, ULONG InfoClass, ULONG *Size);
FLT_IMPORT NTSTATUS NTAPI FltRetrieveFileInfoOnCreateCompletionEx(PFLT_FILTER Filter,
    FLT_CALLBACK_DATA *Data, ULONG InfoClass, ULONG *RetInfoSize, PVOID *RetInfoBuffer);
FLT_IMPORT NTSTATUS NTAPI FltRetrieveIoPriorityInfo(PFLT_CALLBACK_DATA Data,
    PFILE_OBJECT FileObject, PETHREAD Thread, PIO_PRIORITY_INFO PriorityInfo);
FLT_IMPORT VOID NTAPI FltReuseCallbackData(PFLT_CALLBACK_DATA CallbackData);
FLT_IMPORT NTSTATUS NTAPI FltRollbackComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
FLT_IMPORT NTSTATUS NTAPI FltRollbackEnlistment(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
FLT_IMPORT NTSTATUS NTAPI FltSendMessage(PFLT_FILTER Filter, PFLT_PORT *ClientPort,
    PVOID SenderBuffer, ULONG SenderBufferLength, PVOID ReplyBuffer, PULONG ReplyLength,
    PLARGE_INTEGER Timeout);
FLT_IMPORT NTSTATUS NTAPI FltSetActivityIdCallbackData(FLT_CALLBACK_DATA *CallbackData, GUID *Guid);
FLT_IMPORT VOID NTAPI FltSetCallbackDataDirty(PFLT_CALLBACK_DATA Data);
FLT_IMPORT NTSTATUS NTAPI FltSetCancelCompletion(PFLT_CALLBACK_DATA CallbackData,
    PFLT_COMPLETE_CANCELED_CALLBACK CanceledCallback);
FLT_IMPORT NTSTATUS NTAPI FltSetEaFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID EaBuffer, ULONG Length);
FLT_IMPORT NTSTATUS NTAPI FltSetEcpListIntoCallbackData(PFLT_FILTER Filter,
    PFLT_CALLBACK_DATA CallbackData, PECP_LIST EcpList);
FLT_IMPORT NTSTATUS NTAPI FltSetFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltSetFsZeroingOffset(FLT_CALLBACK_DATA *Data, ULONG ZeroingOffset);
FLT_IMPORT NTSTATUS NTAPI FltSetFsZeroingOffsetRequired(FLT_CALLBACK_DATA *Data);
FLT_IMPORT NTSTATUS NTAPI FltSetInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass);
FLT_IMPORT NTSTATUS NTAPI FltSetInstanceContext(PFLT_INSTANCE Instance,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltSetIoPriorityHintIntoCallbackData(PFLT_CALLBACK_DATA Data,
    IO_PRIORITY_HINT PriorityHint);
FLT_IMPORT NTSTATUS NTAPI FltSetIoPriorityHintIntoFileObject(PFILE_OBJECT FileObject,
    IO_PRIORITY_HINT PriorityHint);
FLT_IMPORT NTSTATUS NTAPI FltSetIoPriorityHintIntoThread(PETHREAD Thread,
    IO_PRIORITY_HINT PriorityHint);
FLT_IMPORT NTSTATUS NTAPI FltSetQuotaInformationFile(PFLT_INSTANCE Instance,
    FILE_OBJECT *FileObject, PVOID Buffer, ULONG Length);
FLT_IMPORT NTSTATUS NTAPI FltSetSecurityObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor);
FLT_IMPORT NTSTATUS NTAPI FltSetStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltSetStreamHandleContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltSetTransactionContext(PFLT_INSTANCE Instance,
    PKTRANSACTION Transaction, FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext,
    PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltSetVolumeContext(PFLT_VOLUME Volume,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
FLT_IMPORT NTSTATUS NTAPI FltSetVolumeInformation(PFLT_INSTANCE Instance, PIO_STATUS_BLOCK Iosb,
    PVOID FsInformation, ULONG Length, FS_INFORMATION_CLASS FsInformationClass);
FLT_IMPORT NTSTATUS NTAPI FltStartFiltering(PFLT_FILTER Filter);
FLT_IMPORT BOOLEAN NTAPI FltSupportsFileContexts(PFILE_OBJECT FileObject);
FLT_IMPORT BOOLEAN NTAPI FltSupportsFileContextsEx(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance);
FLT_IMPORT BOOLEAN NTAPI FltSupportsStreamContexts(PFILE_OBJECT FileObject);
FLT_IMPORT BOOLEAN NTAPI FltSupportsStreamHandleContexts(PFILE_OBJECT FileObject);
FLT_IMPORT NTSTATUS NTAPI FltTagFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
    ULONG FileTag, GUID *Guid, PVOID DataBuffer, USHORT DataBufferLength);
FLT_IMPORT NTSTATUS NTAPI FltTagFileEx(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT *FileObject,
    ULONG FileTag, GUID *Guid, PVOID DataBuffer, USHORT DataBufferLength, ULONG ExistingFileTag,
    GUID *ExistingGuid, ULONG Flags);
FLT_IMPORT VOID NTAPI FltUninitializeFileLock(PFILE_LOCK FileLock);
FLT_IMPORT VOID NTAPI FltUninitializeOplock(POPLOCK Oplock);
FLT_IMPORT NTSTATUS NTAPI FltUnloadFilter(PCUNICODE_STRING FilterName);
FLT_IMPORT VOID NTAPI FltUnregisterFilter(PFLT_FILTER Filter);
FLT_IMPORT NTSTATUS NTAPI FltUntagFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
    ULONG FileTag, GUID *Guid);
FLT_IMPORT NTSTATUS NTAPI FltVetoBypassIo(FLT_CALLBACK_DATA *CallbackData,
    FLT_RELATED_OBJECTS *FltObjects, NTSTATUS OperationStatus, UNICODE_STRING *FailureReason);
FLT_IMPORT NTSTATUS NTAPI FltWriteFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
    PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, FLT_IO_OPERATION_FLAGS Flags,
    PULONG BytesWritten, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext);
FLT_IMPORT NTSTATUS NTAPI FltWriteFileEx(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT *FileObject,
    PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, ULONG Flags, ULONG *BytesWritten,
    PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext, ULONG *Key, MDL *Mdl);
FLT_IMPORT NTSTATUS NTAPI FltpTraceRedirectedFileIo(FILE_OBJECT *OriginatingFileObject,
    FLT_CALLBACK_DATA *ChildCallbackData);

#ifdef __cplusplus
}
#endif
