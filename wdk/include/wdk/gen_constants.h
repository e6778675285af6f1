/* Constants.
 * Written by wdk/gen/wdkgen.py from the tables in wdk/abi. Do not edit. */
#pragma once
#ifndef AccessFlagFault
#define AccessFlagFault 0x5
#endif
#ifndef AccessReasonFilterAce
#define AccessReasonFilterAce 0x00A00000
#endif
#ifndef AccessReasonTrustLabel
#define AccessReasonTrustLabel 0x00900000
#endif
#ifndef AddressSizeFault
#define AddressSizeFault 0x1
#endif
#ifndef BdCbClassificationEnd
#define BdCbClassificationEnd 0x4
#endif
#ifndef BdCbClassificationKnownBadImage
#define BdCbClassificationKnownBadImage 0x2
#endif
#ifndef BdCbClassificationKnownBadImageBootCritical
#define BdCbClassificationKnownBadImageBootCritical 0x3
#endif
#ifndef BdCbClassificationKnownGoodImage
#define BdCbClassificationKnownGoodImage 0x1
#endif
#ifndef BdCbClassificationUnknownImage
#define BdCbClassificationUnknownImage 0x0
#endif
#ifndef BdCbInitializeImage
#define BdCbInitializeImage 0x1
#endif
#ifndef BdCbStatusPrepareForDependencyLoad
#define BdCbStatusPrepareForDependencyLoad 0x0
#endif
#ifndef BdCbStatusPrepareForDriverLoad
#define BdCbStatusPrepareForDriverLoad 0x1
#endif
#ifndef BdCbStatusPrepareForUnload
#define BdCbStatusPrepareForUnload 0x2
#endif
#ifndef BdCbStatusUpdate
#define BdCbStatusUpdate 0x0
#endif
#ifndef BlackBoxRecorderDirectAccessBuffer
#define BlackBoxRecorderDirectAccessBuffer 0x61
#endif
#ifndef BoundExceptionContinueSearch
#define BoundExceptionContinueSearch 0x0
#endif
#ifndef BoundExceptionError
#define BoundExceptionError 0x2
#endif
#ifndef BoundExceptionHandled
#define BoundExceptionHandled 0x1
#endif
#ifndef BoundExceptionMaximum
#define BoundExceptionMaximum 0x3
#endif
#ifndef ClfsClientRecord
#define ClfsClientRecord 0x3
#endif
#ifndef ClfsContainerActive
#define ClfsContainerActive 0x4
#endif
#ifndef ClfsContainerActivePendingDelete
#define ClfsContainerActivePendingDelete 0x8
#endif
#ifndef ClfsContainerInactive
#define ClfsContainerInactive 0x2
#endif
#ifndef ClfsContainerInitializing
#define ClfsContainerInitializing 0x1
#endif
#ifndef ClfsContainerPendingArchive
#define ClfsContainerPendingArchive 0x10
#endif
#ifndef ClfsContainerPendingArchiveAndDelete
#define ClfsContainerPendingArchiveAndDelete 0x20
#endif
#ifndef ClfsDataRecord
#define ClfsDataRecord 0x1
#endif
#ifndef ClfsNullRecord
#define ClfsNullRecord 0x0
#endif
#ifndef ClfsRestartRecord
#define ClfsRestartRecord 0x2
#endif
#ifndef ClsContainerActive
#define ClsContainerActive 0x4
#endif
#ifndef ClsContainerActivePendingDelete
#define ClsContainerActivePendingDelete 0x8
#endif
#ifndef ClsContainerInactive
#define ClsContainerInactive 0x2
#endif
#ifndef ClsContainerInitializing
#define ClsContainerInitializing 0x1
#endif
#ifndef ClsContainerPendingArchive
#define ClsContainerPendingArchive 0x10
#endif
#ifndef ClsContainerPendingArchiveAndDelete
#define ClsContainerPendingArchiveAndDelete 0x20
#endif
#ifndef CmResourceTypeBusNumber
#define CmResourceTypeBusNumber 0x6
#endif
#ifndef CmResourceTypeConfigData
#define CmResourceTypeConfigData 0x80
#endif
#ifndef CmResourceTypeConnection
#define CmResourceTypeConnection 0x84
#endif
#ifndef CmResourceTypeDevicePrivate
#define CmResourceTypeDevicePrivate 0x81
#endif
#ifndef CmResourceTypeDeviceSpecific
#define CmResourceTypeDeviceSpecific 0x5
#endif
#ifndef CmResourceTypeDma
#define CmResourceTypeDma 0x4
#endif
#ifndef CmResourceTypeInterrupt
#define CmResourceTypeInterrupt 0x2
#endif
#ifndef CmResourceTypeMaximum
#define CmResourceTypeMaximum 0x8
#endif
#ifndef CmResourceTypeMemory
#define CmResourceTypeMemory 0x3
#endif
#ifndef CmResourceTypeMemoryLarge
#define CmResourceTypeMemoryLarge 0x7
#endif
#ifndef CmResourceTypeMfCardConfig
#define CmResourceTypeMfCardConfig 0x83
#endif
#ifndef CmResourceTypeNonArbitrated
#define CmResourceTypeNonArbitrated 0x80
#endif
#ifndef CmResourceTypeNull
#define CmResourceTypeNull 0x0
#endif
#ifndef CmResourceTypePcCardConfig
#define CmResourceTypePcCardConfig 0x82
#endif
#ifndef CmResourceTypePort
#define CmResourceTypePort 0x1
#endif
#ifndef CommonBufferConfigTypeHardwareAccessPermissions
#define CommonBufferConfigTypeHardwareAccessPermissions 0x2
#endif
#ifndef CommonBufferConfigTypeLogicalAddressLimits
#define CommonBufferConfigTypeLogicalAddressLimits 0x0
#endif
#ifndef CommonBufferConfigTypeMax
#define CommonBufferConfigTypeMax 0x3
#endif
#ifndef CommonBufferConfigTypeSubSection
#define CommonBufferConfigTypeSubSection 0x1
#endif
#ifndef CommonBufferHardwareAccessMax
#define CommonBufferHardwareAccessMax 0x3
#endif
#ifndef CommonBufferHardwareAccessReadOnly
#define CommonBufferHardwareAccessReadOnly 0x0
#endif
#ifndef CommonBufferHardwareAccessReadWrite
#define CommonBufferHardwareAccessReadWrite 0x2
#endif
#ifndef CommonBufferHardwareAccessWriteOnly
#define CommonBufferHardwareAccessWriteOnly 0x1
#endif
#ifndef CsvCsvFsInternalFileObject
#define CsvCsvFsInternalFileObject 0x1
#endif
#ifndef CsvDownLevelFileObject
#define CsvDownLevelFileObject 0x0
#endif
#ifndef CsvFsDiskConnectivityAllNodes
#define CsvFsDiskConnectivityAllNodes 0x3
#endif
#ifndef CsvFsDiskConnectivityMdsNodeOnly
#define CsvFsDiskConnectivityMdsNodeOnly 0x1
#endif
#ifndef CsvFsDiskConnectivityNone
#define CsvFsDiskConnectivityNone 0x0
#endif
#ifndef CsvFsDiskConnectivitySubsetOfNodes
#define CsvFsDiskConnectivitySubsetOfNodes 0x2
#endif
#ifndef DeprecatedIUMCredKey
#define DeprecatedIUMCredKey 0x1
#endif
#ifndef DeviceDirectoryData
#define DeviceDirectoryData 0x0
#endif
#ifndef DisabledControl
#define DisabledControl 0xB
#endif
#ifndef DomainConfigurationArm64
#define DomainConfigurationArm64 0x0
#endif
#ifndef DomainConfigurationInvalid
#define DomainConfigurationInvalid 0x2
#endif
#ifndef DomainConfigurationX64
#define DomainConfigurationX64 0x1
#endif
#ifndef DomainTypeMax
#define DomainTypeMax 0x3
#endif
#ifndef DomainTypePassThrough
#define DomainTypePassThrough 0x1
#endif
#ifndef DomainTypeTranslate
#define DomainTypeTranslate 0x0
#endif
#ifndef DomainTypeUnmanaged
#define DomainTypeUnmanaged 0x2
#endif
#ifndef DomainUserCredKey
#define DomainUserCredKey 0x2
#endif
#ifndef DriverDirectoryData
#define DriverDirectoryData 0x1
#endif
#ifndef DriverDirectoryImage
#define DriverDirectoryImage 0x0
#endif
#ifndef DriverDirectorySharedData
#define DriverDirectorySharedData 0x2
#endif
#ifndef DriverRegKeyParameters
#define DriverRegKeyParameters 0x0
#endif
#ifndef DriverRegKeyPersistentState
#define DriverRegKeyPersistentState 0x1
#endif
#ifndef DriverRegKeySharedPersistentState
#define DriverRegKeySharedPersistentState 0x2
#endif
#ifndef DrvRtPoolNxOptIn
#define DrvRtPoolNxOptIn 0x1
#endif
#ifndef ExceptionExecuteHandler
#define ExceptionExecuteHandler 0x4
#endif
#ifndef ExternalFault
#define ExternalFault 0x3
#endif
#ifndef ExternallySuppliedCredKey
#define ExternallySuppliedCredKey 0x4
#endif
#ifndef FALSE
#define FALSE 0x0
#endif
#ifndef FailControl
#define FailControl 0x4
#endif
#ifndef FaultInformationArm64
#define FaultInformationArm64 0x1
#endif
#ifndef FaultInformationInvalid
#define FaultInformationInvalid 0x0
#endif
#ifndef FaultInformationX64
#define FaultInformationX64 0x2
#endif
#ifndef FileSnapStateInactive
#define FileSnapStateInactive 0x0
#endif
#ifndef FileSnapStateSource
#define FileSnapStateSource 0x1
#endif
#ifndef FileSnapStateTarget
#define FileSnapStateTarget 0x2
#endif
#ifndef FileStorageTierClassCapacity
#define FileStorageTierClassCapacity 0x1
#endif
#ifndef FileStorageTierClassMax
#define FileStorageTierClassMax 0x3
#endif
#ifndef FileStorageTierClassPerformance
#define FileStorageTierClassPerformance 0x2
#endif
#ifndef FileStorageTierClassUnspecified
#define FileStorageTierClassUnspecified 0x0
#endif
#ifndef FileStorageTierMediaTypeDisk
#define FileStorageTierMediaTypeDisk 0x1
#endif
#ifndef FileStorageTierMediaTypeMax
#define FileStorageTierMediaTypeMax 0x5
#endif
#ifndef FileStorageTierMediaTypeScm
#define FileStorageTierMediaTypeScm 0x4
#endif
#ifndef FileStorageTierMediaTypeSsd
#define FileStorageTierMediaTypeSsd 0x2
#endif
#ifndef FileStorageTierMediaTypeUnspecified
#define FileStorageTierMediaTypeUnspecified 0x0
#endif
#ifndef FunctionLevelDeviceReset
#define FunctionLevelDeviceReset 0x0
#endif
#ifndef GlobalDataIdConsoleSharedDataFlags
#define GlobalDataIdConsoleSharedDataFlags 0xE
#endif
#ifndef GlobalDataIdCyclesPerYield
#define GlobalDataIdCyclesPerYield 0xB
#endif
#ifndef GlobalDataIdImageNumberHigh
#define GlobalDataIdImageNumberHigh 0x5
#endif
#ifndef GlobalDataIdImageNumberLow
#define GlobalDataIdImageNumberLow 0x4
#endif
#ifndef GlobalDataIdInterruptTime
#define GlobalDataIdInterruptTime 0x2
#endif
#ifndef GlobalDataIdKdDebuggerEnabled
#define GlobalDataIdKdDebuggerEnabled 0xA
#endif
#ifndef GlobalDataIdLastSystemRITEventTickCount
#define GlobalDataIdLastSystemRITEventTickCount 0xD
#endif
#ifndef GlobalDataIdNtMajorVersion
#define GlobalDataIdNtMajorVersion 0x7
#endif
#ifndef GlobalDataIdNtMinorVersion
#define GlobalDataIdNtMinorVersion 0x8
#endif
#ifndef GlobalDataIdNtSystemRootDrive
#define GlobalDataIdNtSystemRootDrive 0xF
#endif
#ifndef GlobalDataIdQpcBias
#define GlobalDataIdQpcBias 0x12
#endif
#ifndef GlobalDataIdQpcBypassEnabled
#define GlobalDataIdQpcBypassEnabled 0x10
#endif
#ifndef GlobalDataIdQpcData
#define GlobalDataIdQpcData 0x11
#endif
#ifndef GlobalDataIdQpcShift
#define GlobalDataIdQpcShift 0x10
#endif
#ifndef GlobalDataIdRngSeedVersion
#define GlobalDataIdRngSeedVersion 0x1
#endif
#ifndef GlobalDataIdSafeBootMode
#define GlobalDataIdSafeBootMode 0xC
#endif
#ifndef GlobalDataIdSystemExpirationDate
#define GlobalDataIdSystemExpirationDate 0x9
#endif
#ifndef GlobalDataIdTimeZoneBias
#define GlobalDataIdTimeZoneBias 0x3
#endif
#ifndef GlobalDataIdTimeZoneId
#define GlobalDataIdTimeZoneId 0x6
#endif
#ifndef GlobalDataIdUnknown
#define GlobalDataIdUnknown 0x0
#endif
#ifndef HalChannelTopologyInformation
#define HalChannelTopologyInformation 0x1F
#endif
#ifndef HalDmaCrashDumpRegisterSet1
#define HalDmaCrashDumpRegisterSet1 0x0
#endif
#ifndef HalDmaCrashDumpRegisterSet2
#define HalDmaCrashDumpRegisterSet2 0x1
#endif
#ifndef HalDmaCrashDumpRegisterSetMax
#define HalDmaCrashDumpRegisterSetMax 0x2
#endif
#ifndef HalDmaRemappingInformation
#define HalDmaRemappingInformation 0x2F
#endif
#ifndef HalExternalCacheInformation
#define HalExternalCacheInformation 0x20
#endif
#ifndef HalFwBootPerformanceInformation
#define HalFwBootPerformanceInformation 0x22
#endif
#ifndef HalFwS3PerformanceInformation
#define HalFwS3PerformanceInformation 0x23
#endif
#ifndef HalGetChannelPowerInformation
#define HalGetChannelPowerInformation 0x24
#endif
#ifndef HalHardwareWatchdogInformation
#define HalHardwareWatchdogInformation 0x2E
#endif
#ifndef HalHeterogeneousMemoryAttributesInterface
#define HalHeterogeneousMemoryAttributesInterface 0x31
#endif
#ifndef HalI386ExceptionChainTerminatorInformation
#define HalI386ExceptionChainTerminatorInformation 0xF
#endif
#ifndef HalInterruptControllerInformation
#define HalInterruptControllerInformation 0x27
#endif
#ifndef HalIrtInformation
#define HalIrtInformation 0x1B
#endif
#ifndef HalNumaRangeTableInformation
#define HalNumaRangeTableInformation 0x1E
#endif
#ifndef HalParkingPageInformation
#define HalParkingPageInformation 0x1D
#endif
#ifndef HalProfileSourceAdd
#define HalProfileSourceAdd 0x14
#endif
#ifndef HalProfileSourceRemove
#define HalProfileSourceRemove 0x15
#endif
#ifndef HalPsciInformation
#define HalPsciInformation 0x26
#endif
#ifndef HalQueryAcpiWakeAlarmSystemPowerStateInformation
#define HalQueryAcpiWakeAlarmSystemPowerStateInformation 0x2B
#endif
#ifndef HalQueryArmErrataInformation
#define HalQueryArmErrataInformation 0x29
#endif
#ifndef HalQueryDebuggerInformation
#define HalQueryDebuggerInformation 0x21
#endif
#ifndef HalQueryHyperlaunchEntrypoint
#define HalQueryHyperlaunchEntrypoint 0x2D
#endif
#ifndef HalQueryIommuReservedRegionInformation
#define HalQueryIommuReservedRegionInformation 0x28
#endif
#ifndef HalQueryPerDeviceMsiLimitInformation
#define HalQueryPerDeviceMsiLimitInformation 0x32
#endif
#ifndef HalQueryProcessorEfficiencyInformation
#define HalQueryProcessorEfficiencyInformation 0x2A
#endif
#ifndef HalQueryProfileCorruptionStatus
#define HalQueryProfileCorruptionStatus 0x33
#endif
#ifndef HalQueryProfileCounterOwnership
#define HalQueryProfileCounterOwnership 0x34
#endif
#ifndef HalQueryProfileNumberOfCounters
#define HalQueryProfileNumberOfCounters 0x2C
#endif
#ifndef HalQueryStateElementInformation
#define HalQueryStateElementInformation 0x25
#endif
#ifndef HalQueryUnused0001
#define HalQueryUnused0001 0x30
#endif
#ifndef HalRegisterSecondaryInterruptInterface
#define HalRegisterSecondaryInterruptInterface 0xD
#endif
#ifndef HalSecondaryInterruptInformation
#define HalSecondaryInterruptInformation 0x1C
#endif
#ifndef HalSetChannelPowerInformation
#define HalSetChannelPowerInformation 0xE
#endif
#ifndef HalSetClockTimerMinimumInterval
#define HalSetClockTimerMinimumInterval 0x17
#endif
#ifndef HalSetHvciEnabled
#define HalSetHvciEnabled 0x12
#endif
#ifndef HalSetProcessorTraceInterruptHandler
#define HalSetProcessorTraceInterruptHandler 0x13
#endif
#ifndef HalSetPsciSuspendMode
#define HalSetPsciSuspendMode 0x11
#endif
#ifndef HalSetResetParkDisposition
#define HalSetResetParkDisposition 0x10
#endif
#ifndef HalSetSwInterruptHandler
#define HalSetSwInterruptHandler 0x16
#endif
#ifndef HotSpareControl
#define HotSpareControl 0x7
#endif
#ifndef ImagePolicyEntryTypeAnsiString
#define ImagePolicyEntryTypeAnsiString 0xA
#endif
#ifndef ImagePolicyEntryTypeBool
#define ImagePolicyEntryTypeBool 0x1
#endif
#ifndef ImagePolicyEntryTypeInt16
#define ImagePolicyEntryTypeInt16 0x4
#endif
#ifndef ImagePolicyEntryTypeInt32
#define ImagePolicyEntryTypeInt32 0x6
#endif
#ifndef ImagePolicyEntryTypeInt64
#define ImagePolicyEntryTypeInt64 0x8
#endif
#ifndef ImagePolicyEntryTypeInt8
#define ImagePolicyEntryTypeInt8 0x2
#endif
#ifndef ImagePolicyEntryTypeMaximum
#define ImagePolicyEntryTypeMaximum 0xD
#endif
#ifndef ImagePolicyEntryTypeNone
#define ImagePolicyEntryTypeNone 0x0
#endif
#ifndef ImagePolicyEntryTypeOverride
#define ImagePolicyEntryTypeOverride 0xC
#endif
#ifndef ImagePolicyEntryTypeUInt16
#define ImagePolicyEntryTypeUInt16 0x5
#endif
#ifndef ImagePolicyEntryTypeUInt32
#define ImagePolicyEntryTypeUInt32 0x7
#endif
#ifndef ImagePolicyEntryTypeUInt64
#define ImagePolicyEntryTypeUInt64 0x9
#endif
#ifndef ImagePolicyEntryTypeUInt8
#define ImagePolicyEntryTypeUInt8 0x3
#endif
#ifndef ImagePolicyEntryTypeUnicodeString
#define ImagePolicyEntryTypeUnicodeString 0xB
#endif
#ifndef ImagePolicyIdCapability
#define ImagePolicyIdCapability 0xA
#endif
#ifndef ImagePolicyIdCrashDump
#define ImagePolicyIdCrashDump 0x3
#endif
#ifndef ImagePolicyIdCrashDumpKey
#define ImagePolicyIdCrashDumpKey 0x4
#endif
#ifndef ImagePolicyIdCrashDumpKeyGuid
#define ImagePolicyIdCrashDumpKeyGuid 0x5
#endif
#ifndef ImagePolicyIdDebug
#define ImagePolicyIdDebug 0x2
#endif
#ifndef ImagePolicyIdDeviceId
#define ImagePolicyIdDeviceId 0x9
#endif
#ifndef ImagePolicyIdEtw
#define ImagePolicyIdEtw 0x1
#endif
#ifndef ImagePolicyIdMaximum
#define ImagePolicyIdMaximum 0xC
#endif
#ifndef ImagePolicyIdNone
#define ImagePolicyIdNone 0x0
#endif
#ifndef ImagePolicyIdParentSd
#define ImagePolicyIdParentSd 0x6
#endif
#ifndef ImagePolicyIdParentSdRev
#define ImagePolicyIdParentSdRev 0x7
#endif
#ifndef ImagePolicyIdScenarioId
#define ImagePolicyIdScenarioId 0xB
#endif
#ifndef ImagePolicyIdSvn
#define ImagePolicyIdSvn 0x8
#endif
#ifndef InACriticalArrayControl
#define InACriticalArrayControl 0x8
#endif
#ifndef InAFailedArrayControl
#define InAFailedArrayControl 0x9
#endif
#ifndef InitiateReset
#define InitiateReset 0x1
#endif
#ifndef IntelCacheData
#define IntelCacheData 0x1
#endif
#ifndef IntelCacheInstruction
#define IntelCacheInstruction 0x2
#endif
#ifndef IntelCacheNull
#define IntelCacheNull 0x0
#endif
#ifndef IntelCacheRam
#define IntelCacheRam 0x4
#endif
#ifndef IntelCacheTrace
#define IntelCacheTrace 0x5
#endif
#ifndef IntelCacheUnified
#define IntelCacheUnified 0x3
#endif
#ifndef InvalidCredKey
#define InvalidCredKey 0x0
#endif
#ifndef InvalidDeviceTypeControl
#define InvalidDeviceTypeControl 0xA
#endif
#ifndef IommuDeviceCreationConfigTypeAcpi
#define IommuDeviceCreationConfigTypeAcpi 0x1
#endif
#ifndef IommuDeviceCreationConfigTypeDeviceId
#define IommuDeviceCreationConfigTypeDeviceId 0x2
#endif
#ifndef IommuDeviceCreationConfigTypeMax
#define IommuDeviceCreationConfigTypeMax 0x3
#endif
#ifndef IommuDeviceCreationConfigTypeNone
#define IommuDeviceCreationConfigTypeNone 0x0
#endif
#ifndef IommuDmaLogicalAllocatorBuddy
#define IommuDmaLogicalAllocatorBuddy 0x1
#endif
#ifndef IommuDmaLogicalAllocatorMax
#define IommuDmaLogicalAllocatorMax 0x2
#endif
#ifndef IommuDmaLogicalAllocatorNone
#define IommuDmaLogicalAllocatorNone 0x0
#endif
#ifndef IpmiOsSelRecordTypeBugcheckData
#define IpmiOsSelRecordTypeBugcheckData 0x9
#endif
#ifndef IpmiOsSelRecordTypeBugcheckRecovery
#define IpmiOsSelRecordTypeBugcheckRecovery 0x8
#endif
#ifndef IpmiOsSelRecordTypeDriver
#define IpmiOsSelRecordTypeDriver 0x7
#endif
#ifndef IpmiOsSelRecordTypeMax
#define IpmiOsSelRecordTypeMax 0xA
#endif
#ifndef IpmiOsSelRecordTypeOther
#define IpmiOsSelRecordTypeOther 0x1
#endif
#ifndef IpmiOsSelRecordTypeRaw
#define IpmiOsSelRecordTypeRaw 0x6
#endif
#ifndef IpmiOsSelRecordTypeWhea
#define IpmiOsSelRecordTypeWhea 0x0
#endif
#ifndef IpmiOsSelRecordTypeWheaErrorNmi
#define IpmiOsSelRecordTypeWheaErrorNmi 0x4
#endif
#ifndef IpmiOsSelRecordTypeWheaErrorOther
#define IpmiOsSelRecordTypeWheaErrorOther 0x5
#endif
#ifndef IpmiOsSelRecordTypeWheaErrorPci
#define IpmiOsSelRecordTypeWheaErrorPci 0x3
#endif
#ifndef IpmiOsSelRecordTypeWheaErrorXpfMca
#define IpmiOsSelRecordTypeWheaErrorXpfMca 0x2
#endif
#ifndef KbCallbackReserved2
#define KbCallbackReserved2 0x8
#endif
#ifndef KdConfigureDeviceAndContinue
#define KdConfigureDeviceAndContinue 0x0
#endif
#ifndef KdConfigureDeviceAndStop
#define KdConfigureDeviceAndStop 0x2
#endif
#ifndef KdSkipDeviceAndContinue
#define KdSkipDeviceAndContinue 0x1
#endif
#ifndef KdSkipDeviceAndStop
#define KdSkipDeviceAndStop 0x3
#endif
#ifndef L1EntrySupport
#define L1EntrySupport 0x2
#endif
#ifndef LMRQuerySessionInfo
#define LMRQuerySessionInfo 0x1
#endif
#ifndef LastDrvRtFlag
#define LastDrvRtFlag 0x2
#endif
#ifndef LocalUserCredKey
#define LocalUserCredKey 0x3
#endif
#ifndef LocateControl
#define LocateControl 0x3
#endif
#ifndef LockQueueAfdWorkQueueLock
#define LockQueueAfdWorkQueueLock 0xD
#endif
#ifndef LockQueueBcbLock
#define LockQueueBcbLock 0xE
#endif
#ifndef LockQueueDispatcherLock
#define LockQueueDispatcherLock 0x0
#endif
#ifndef LockQueueExpansionLock
#define LockQueueExpansionLock 0x1
#endif
#ifndef LockQueueIoCancelLock
#define LockQueueIoCancelLock 0x7
#endif
#ifndef LockQueueIoCompletionLock
#define LockQueueIoCompletionLock 0xB
#endif
#ifndef LockQueueIoDatabaseLock
#define LockQueueIoDatabaseLock 0xA
#endif
#ifndef LockQueueIoVpbLock
#define LockQueueIoVpbLock 0x9
#endif
#ifndef LockQueueMasterLock
#define LockQueueMasterLock 0x5
#endif
#ifndef LockQueueMaximumLock
#define LockQueueMaximumLock 0x11
#endif
#ifndef LockQueueMmNonPagedPoolLock
#define LockQueueMmNonPagedPoolLock 0xF
#endif
#ifndef LockQueueNonPagedPoolLock
#define LockQueueNonPagedPoolLock 0x6
#endif
#ifndef LockQueueNtfsStructLock
#define LockQueueNtfsStructLock 0xC
#endif
#ifndef LockQueuePfnLock
#define LockQueuePfnLock 0x2
#endif
#ifndef LockQueueSystemSpaceLock
#define LockQueueSystemSpaceLock 0x3
#endif
#ifndef LockQueueTimerTableLock
#define LockQueueTimerTableLock 0x11
#endif
#ifndef LockQueueUnusedSpare0
#define LockQueueUnusedSpare0 0x0
#endif
#ifndef LockQueueUnusedSpare1
#define LockQueueUnusedSpare1 0x1
#endif
#ifndef LockQueueUnusedSpare15
#define LockQueueUnusedSpare15 0xF
#endif
#ifndef LockQueueUnusedSpare16
#define LockQueueUnusedSpare16 0x10
#endif
#ifndef LockQueueUnusedSpare2
#define LockQueueUnusedSpare2 0x2
#endif
#ifndef LockQueueUnusedSpare3
#define LockQueueUnusedSpare3 0x3
#endif
#ifndef LockQueueUnusedSpare8
#define LockQueueUnusedSpare8 0x8
#endif
#ifndef LockQueueVacbLock
#define LockQueueVacbLock 0x4
#endif
#ifndef LockQueueWorkQueueLock
#define LockQueueWorkQueueLock 0x8
#endif
#ifndef MAXBYTE
#define MAXBYTE 0xFF
#endif
#ifndef MAXCHAR
#define MAXCHAR 0x7F
#endif
#ifndef MAXDWORD
#define MAXDWORD 0xFFFFFFFF
#endif
#ifndef MAXLOGGERS
#define MAXLOGGERS 0x40
#endif
#ifndef MAXLONG
#define MAXLONG 0x7FFFFFFF
#endif
#ifndef MAXLONGLONG
#define MAXLONGLONG 0x7FFFFFFFFFFFFFFFULL
#endif
#ifndef MAXSHORT
#define MAXSHORT 0x7FFF
#endif
#ifndef MAXUCHAR
#define MAXUCHAR 0xFF
#endif
#ifndef MAXULONG
#define MAXULONG 0xFFFFFFFF
#endif
#ifndef MAXUSHORT
#define MAXUSHORT 0xFFFF
#endif
#ifndef MAXWORD
#define MAXWORD 0xFFFF
#endif
#ifndef MINCHAR
#define MINCHAR 0x80
#endif
#ifndef MINLONG
#define MINLONG 0x80000000
#endif
#ifndef MINLONGLONG
#define MINLONGLONG ((LONGLONG)0x8000000000000000ULL)
#endif
#ifndef MINSHORT
#define MINSHORT 0x8000
#endif
#ifndef MapPhysicalAddressTypeContiguousRange
#define MapPhysicalAddressTypeContiguousRange 0x1
#endif
#ifndef MapPhysicalAddressTypeMax
#define MapPhysicalAddressTypeMax 0x3
#endif
#ifndef MapPhysicalAddressTypeMdl
#define MapPhysicalAddressTypeMdl 0x0
#endif
#ifndef MapPhysicalAddressTypePfn
#define MapPhysicalAddressTypePfn 0x2
#endif
#ifndef MaxFaultType
#define MaxFaultType 0x7
#endif
#ifndef MaxJobObjectInfoClass
#define MaxJobObjectInfoClass 0x32
#endif
#ifndef MaxProcessMitigationPolicy
#define MaxProcessMitigationPolicy 0x13
#endif
#ifndef MaxRegNtNotifyClass
#define MaxRegNtNotifyClass 0x33
#endif
#ifndef MaxSuiteType
#define MaxSuiteType 0x12
#endif
#ifndef MaxTokenInfoClass
#define MaxTokenInfoClass 0x31
#endif
#ifndef MaximumFileInfoByHandleClass
#define MaximumFileInfoByHandleClass 0x19
#endif
#ifndef MdlMappingNoExecute
#define MdlMappingNoExecute 0x40000000
#endif
#ifndef MdlMappingNoWrite
#define MdlMappingNoWrite 0x80000000
#endif
#ifndef MdlMappingWithGuardPtes
#define MdlMappingWithGuardPtes 0x20000000
#endif
#ifndef MemDedicatedAttributeMax
#define MemDedicatedAttributeMax 0x4
#endif
#ifndef MemDedicatedAttributeReadBandwidth
#define MemDedicatedAttributeReadBandwidth 0x0
#endif
#ifndef MemDedicatedAttributeReadLatency
#define MemDedicatedAttributeReadLatency 0x1
#endif
#ifndef MemDedicatedAttributeWriteBandwidth
#define MemDedicatedAttributeWriteBandwidth 0x2
#endif
#ifndef MemDedicatedAttributeWriteLatency
#define MemDedicatedAttributeWriteLatency 0x3
#endif
#ifndef MemExtendedParameterMax
#define MemExtendedParameterMax 0x7
#endif
#ifndef MemSectionExtendedParameterMax
#define MemSectionExtendedParameterMax 0x4
#endif
#ifndef MemSectionExtendedParameterSigningLevel
#define MemSectionExtendedParameterSigningLevel 0x3
#endif
#ifndef MmMdlPageContentsDynamic
#define MmMdlPageContentsDynamic 0x0
#endif
#ifndef MmMdlPageContentsInvariant
#define MmMdlPageContentsInvariant 0x1
#endif
#ifndef MmMdlPageContentsQuery
#define MmMdlPageContentsQuery 0x2
#endif
#ifndef MonitorRequestReasonAcDcDisplayBurstSuppressed
#define MonitorRequestReasonAcDcDisplayBurstSuppressed 0x1C
#endif
#ifndef MonitorRequestReasonBatteryCountChange
#define MonitorRequestReasonBatteryCountChange 0x10
#endif
#ifndef MonitorRequestReasonBatteryCountChangeSuppressed
#define MonitorRequestReasonBatteryCountChangeSuppressed 0x31
#endif
#ifndef MonitorRequestReasonBatteryPreCritical
#define MonitorRequestReasonBatteryPreCritical 0x35
#endif
#ifndef MonitorRequestReasonBuiltinPanel
#define MonitorRequestReasonBuiltinPanel 0x2F
#endif
#ifndef MonitorRequestReasonDP
#define MonitorRequestReasonDP 0x13
#endif
#ifndef MonitorRequestReasonDim
#define MonitorRequestReasonDim 0x2E
#endif
#ifndef MonitorRequestReasonDirectedDrips
#define MonitorRequestReasonDirectedDrips 0x2D
#endif
#ifndef MonitorRequestReasonDisplayRequiredUnDim
#define MonitorRequestReasonDisplayRequiredUnDim 0x30
#endif
#ifndef MonitorRequestReasonGracePeriod
#define MonitorRequestReasonGracePeriod 0x11
#endif
#ifndef MonitorRequestReasonLid
#define MonitorRequestReasonLid 0xF
#endif
#ifndef MonitorRequestReasonMax
#define MonitorRequestReasonMax 0x37
#endif
#ifndef MonitorRequestReasonNearProximity
#define MonitorRequestReasonNearProximity 0x16
#endif
#ifndef MonitorRequestReasonPdcSignal
#define MonitorRequestReasonPdcSignal 0x1B
#endif
#ifndef MonitorRequestReasonPdcSignalFingerprint
#define MonitorRequestReasonPdcSignalFingerprint 0x2C
#endif
#ifndef MonitorRequestReasonPdcSignalHeyCortana
#define MonitorRequestReasonPdcSignalHeyCortana 0x2A
#endif
#ifndef MonitorRequestReasonPdcSignalHolographicShell
#define MonitorRequestReasonPdcSignalHolographicShell 0x2B
#endif
#ifndef MonitorRequestReasonPdcSignalSensorsHumanPresence
#define MonitorRequestReasonPdcSignalSensorsHumanPresence 0x34
#endif
#ifndef MonitorRequestReasonPdcSignalWindowsMobilePwrNotif
#define MonitorRequestReasonPdcSignalWindowsMobilePwrNotif 0x28
#endif
#ifndef MonitorRequestReasonPdcSignalWindowsMobileShell
#define MonitorRequestReasonPdcSignalWindowsMobileShell 0x29
#endif
#ifndef MonitorRequestReasonPnP
#define MonitorRequestReasonPnP 0x12
#endif
#ifndef MonitorRequestReasonResumeModernStandby
#define MonitorRequestReasonResumeModernStandby 0x32
#endif
#ifndef MonitorRequestReasonResumePdc
#define MonitorRequestReasonResumePdc 0x18
#endif
#ifndef MonitorRequestReasonResumeS4
#define MonitorRequestReasonResumeS4 0x19
#endif
#ifndef MonitorRequestReasonSleepButton
#define MonitorRequestReasonSleepButton 0xE
#endif
#ifndef MonitorRequestReasonSxTransition
#define MonitorRequestReasonSxTransition 0x14
#endif
#ifndef MonitorRequestReasonSystemIdle
#define MonitorRequestReasonSystemIdle 0x15
#endif
#ifndef MonitorRequestReasonSystemStateEntered
#define MonitorRequestReasonSystemStateEntered 0x1D
#endif
#ifndef MonitorRequestReasonTerminal
#define MonitorRequestReasonTerminal 0x1A
#endif
#ifndef MonitorRequestReasonTerminalInit
#define MonitorRequestReasonTerminalInit 0x33
#endif
#ifndef MonitorRequestReasonThermalStandby
#define MonitorRequestReasonThermalStandby 0x17
#endif
#ifndef MonitorRequestReasonUserInputAccelerometer
#define MonitorRequestReasonUserInputAccelerometer 0x23
#endif
#ifndef MonitorRequestReasonUserInputHid
#define MonitorRequestReasonUserInputHid 0x24
#endif
#ifndef MonitorRequestReasonUserInputInitialization
#define MonitorRequestReasonUserInputInitialization 0x27
#endif
#ifndef MonitorRequestReasonUserInputKeyboard
#define MonitorRequestReasonUserInputKeyboard 0x1F
#endif
#ifndef MonitorRequestReasonUserInputMouse
#define MonitorRequestReasonUserInputMouse 0x20
#endif
#ifndef MonitorRequestReasonUserInputPen
#define MonitorRequestReasonUserInputPen 0x22
#endif
#ifndef MonitorRequestReasonUserInputPoUserPresent
#define MonitorRequestReasonUserInputPoUserPresent 0x25
#endif
#ifndef MonitorRequestReasonUserInputSessionSwitch
#define MonitorRequestReasonUserInputSessionSwitch 0x26
#endif
#ifndef MonitorRequestReasonUserInputTouch
#define MonitorRequestReasonUserInputTouch 0x36
#endif
#ifndef MonitorRequestReasonUserInputTouchpad
#define MonitorRequestReasonUserInputTouchpad 0x21
#endif
#ifndef MonitorRequestReasonWinrt
#define MonitorRequestReasonWinrt 0x1E
#endif
#ifndef MonitorRequestTypeOff
#define MonitorRequestTypeOff 0x0
#endif
#ifndef MonitorRequestTypeOnAndPresent
#define MonitorRequestTypeOnAndPresent 0x1
#endif
#ifndef MonitorRequestTypeToggleOn
#define MonitorRequestTypeToggleOn 0x2
#endif
#ifndef NULL64
#define NULL64 0x0
#endif
#ifndef NoAspmSupport
#define NoAspmSupport 0x0
#endif
#ifndef OkControl
#define OkControl 0x2
#endif
#ifndef PFAControl
#define PFAControl 0x6
#endif
#ifndef PciAcsBitDisable
#define PciAcsBitDisable 0x2
#endif
#ifndef PciAcsBitDontCare
#define PciAcsBitDontCare 0x3
#endif
#ifndef PciAcsBitEnable
#define PciAcsBitEnable 0x1
#endif
#ifndef PciAcsReserved
#define PciAcsReserved 0x0
#endif
#ifndef PcwCallbackEnumerateInstances
#define PcwCallbackEnumerateInstances 0x2
#endif
#ifndef PcwRegistrationNone
#define PcwRegistrationNone 0x0
#endif
#ifndef PcwRegistrationSiloNeutral
#define PcwRegistrationSiloNeutral 0x1
#endif
#ifndef PermissionFault
#define PermissionFault 0x4
#endif
#ifndef PlatformLevelDeviceReset
#define PlatformLevelDeviceReset 0x1
#endif
#ifndef PoFxPerfStateTypeDiscrete
#define PoFxPerfStateTypeDiscrete 0x0
#endif
#ifndef PoFxPerfStateTypeMaximum
#define PoFxPerfStateTypeMaximum 0x2
#endif
#ifndef PoFxPerfStateTypeRange
#define PoFxPerfStateTypeRange 0x1
#endif
#ifndef PoFxPerfStateUnitBandwidth
#define PoFxPerfStateUnitBandwidth 0x2
#endif
#ifndef PoFxPerfStateUnitFrequency
#define PoFxPerfStateUnitFrequency 0x1
#endif
#ifndef PoFxPerfStateUnitMaximum
#define PoFxPerfStateUnitMaximum 0x3
#endif
#ifndef PoFxPerfStateUnitOther
#define PoFxPerfStateUnitOther 0x0
#endif
#ifndef PoThermalRequestActive
#define PoThermalRequestActive 0x1
#endif
#ifndef PoThermalRequestPassive
#define PoThermalRequestPassive 0x0
#endif
#ifndef PoolExtendedParameterMax
#define PoolExtendedParameterMax 0x4
#endif
#ifndef PoolExtendedParameterNumaNode
#define PoolExtendedParameterNumaNode 0x3
#endif
#ifndef PoolExtendedParameterPriority
#define PoolExtendedParameterPriority 0x1
#endif
#ifndef PoolExtendedParameterSecurePool
#define PoolExtendedParameterSecurePool 0x2
#endif
#ifndef PowerInformationLevelMaximum
#define PowerInformationLevelMaximum 0x62
#endif
#ifndef PowerRequestMaximum
#define PowerRequestMaximum 0x3
#endif
#ifndef ProcessSEHOPPolicy
#define ProcessSEHOPPolicy 0x12
#endif
#ifndef ProcessUserPointerAuthPolicy
#define ProcessUserPointerAuthPolicy 0x11
#endif
#ifndef PsCreateProcessNotifySubsystems
#define PsCreateProcessNotifySubsystems 0x0
#endif
#ifndef PsCreateThreadNotifyNonSystem
#define PsCreateThreadNotifyNonSystem 0x0
#endif
#ifndef PsCreateThreadNotifySubsystems
#define PsCreateThreadNotifySubsystems 0x1
#endif
#ifndef PshedFADiscovery
#define PshedFADiscovery 0x1
#endif
#ifndef PshedFAErrorInfoRetrieval
#define PshedFAErrorInfoRetrieval 0x8
#endif
#ifndef PshedFAErrorInjection
#define PshedFAErrorInjection 0x20
#endif
#ifndef PshedFAErrorRecordPersistence
#define PshedFAErrorRecordPersistence 0x4
#endif
#ifndef PshedFAErrorRecovery
#define PshedFAErrorRecovery 0x10
#endif
#ifndef PshedFAErrorSourceControl
#define PshedFAErrorSourceControl 0x2
#endif
#ifndef PshedPiEnableNotifyErrorCreateNotifyEvent
#define PshedPiEnableNotifyErrorCreateNotifyEvent 0x1
#endif
#ifndef PshedPiEnableNotifyErrorCreateSystemThread
#define PshedPiEnableNotifyErrorCreateSystemThread 0x2
#endif
#ifndef PshedPiEnableNotifyErrorMax
#define PshedPiEnableNotifyErrorMax 0x3
#endif
#ifndef PshedPiErrReadingPcieOverridesBadSignature
#define PshedPiErrReadingPcieOverridesBadSignature 0x4
#endif
#ifndef PshedPiErrReadingPcieOverridesBadSize
#define PshedPiErrReadingPcieOverridesBadSize 0x3
#endif
#ifndef PshedPiErrReadingPcieOverridesNoCapOffset
#define PshedPiErrReadingPcieOverridesNoCapOffset 0x5
#endif
#ifndef PshedPiErrReadingPcieOverridesNoErr
#define PshedPiErrReadingPcieOverridesNoErr 0x0
#endif
#ifndef PshedPiErrReadingPcieOverridesNoMemory
#define PshedPiErrReadingPcieOverridesNoMemory 0x1
#endif
#ifndef PshedPiErrReadingPcieOverridesNotBinary
#define PshedPiErrReadingPcieOverridesNotBinary 0x6
#endif
#ifndef PshedPiErrReadingPcieOverridesQueryErr
#define PshedPiErrReadingPcieOverridesQueryErr 0x2
#endif
#ifndef QoCFileEaInformation
#define QoCFileEaInformation 0x4
#endif
#ifndef QoCFileLxInformation
#define QoCFileLxInformation 0x2
#endif
#ifndef QoCFileStatInformation
#define QoCFileStatInformation 0x1
#endif
#ifndef RCB128Bytes
#define RCB128Bytes 0x1
#endif
#ifndef RCB64Bytes
#define RCB64Bytes 0x0
#endif
#ifndef RebuildControl
#define RebuildControl 0x5
#endif
#ifndef RegNtPostSaveMergedKey
#define RegNtPostSaveMergedKey 0x32
#endif
#ifndef RegNtPreSaveMergedKey
#define RegNtPreSaveMergedKey 0x31
#endif
#ifndef ResourceNeverExclusive
#define ResourceNeverExclusive 0x10
#endif
#ifndef ResourceOwnedExclusive
#define ResourceOwnedExclusive 0x80
#endif
#ifndef ResourceReleaseByOtherThread
#define ResourceReleaseByOtherThread 0x20
#endif
#ifndef ResourceTypeEventBuffer
#define ResourceTypeEventBuffer 0x4
#endif
#ifndef ResourceTypeIdenitificationTag
#define ResourceTypeIdenitificationTag 0x5
#endif
#ifndef ResourceTypeMax
#define ResourceTypeMax 0x6
#endif
#ifndef STRICT
#define STRICT 0x1
#endif
#ifndef SeImageSignatureCache
#define SeImageSignatureCache 0x2
#endif
#ifndef SeImageSignatureCatalogCached
#define SeImageSignatureCatalogCached 0x3
#endif
#ifndef SeImageSignatureCatalogHint
#define SeImageSignatureCatalogHint 0x5
#endif
#ifndef SeImageSignatureCatalogNotCached
#define SeImageSignatureCatalogNotCached 0x4
#endif
#ifndef SeImageSignatureEmbedded
#define SeImageSignatureEmbedded 0x1
#endif
#ifndef SeImageSignatureNone
#define SeImageSignatureNone 0x0
#endif
#ifndef SeImageSignaturePackageCatalog
#define SeImageSignaturePackageCatalog 0x6
#endif
#ifndef SeImageSignaturePplMitigated
#define SeImageSignaturePplMitigated 0x7
#endif
#ifndef SeImageTypeDriver
#define SeImageTypeDriver 0x1
#endif
#ifndef SeImageTypeDynamicCodeFile
#define SeImageTypeDynamicCodeFile 0x3
#endif
#ifndef SeImageTypeElamDriver
#define SeImageTypeElamDriver 0x0
#endif
#ifndef SeImageTypeMax
#define SeImageTypeMax 0x4
#endif
#ifndef SeImageTypePlatformSecureFile
#define SeImageTypePlatformSecureFile 0x2
#endif
#ifndef SeImageVerificationCallbackInformational
#define SeImageVerificationCallbackInformational 0x0
#endif
#ifndef SendSuspendResumeNotification
#define SendSuspendResumeNotification 0x60
#endif
#ifndef SharedInterruptTime
#define SharedInterruptTime ((LONGLONG)0xFFFFF78000000008ULL)
#endif
#ifndef SharedSystemTime
#define SharedSystemTime ((LONGLONG)0xFFFFF78000000014ULL)
#endif
#ifndef SharedTickCount
#define SharedTickCount ((LONGLONG)0xFFFFF78000000320ULL)
#endif
#ifndef SharedUserData
#define SharedUserData ((LONGLONG)0xFFFFF78000000000ULL)
#endif
#ifndef SharedVirtualDiskCDPSnapshotsSupported
#define SharedVirtualDiskCDPSnapshotsSupported 0x7
#endif
#ifndef SharedVirtualDiskHandleStateFileShared
#define SharedVirtualDiskHandleStateFileShared 0x1
#endif
#ifndef SharedVirtualDiskHandleStateHandleShared
#define SharedVirtualDiskHandleStateHandleShared 0x3
#endif
#ifndef SharedVirtualDiskHandleStateNone
#define SharedVirtualDiskHandleStateNone 0x0
#endif
#ifndef SharedVirtualDiskSnapshotsSupported
#define SharedVirtualDiskSnapshotsSupported 0x3
#endif
#ifndef SharedVirtualDisksSupported
#define SharedVirtualDisksSupported 0x1
#endif
#ifndef SharedVirtualDisksUnsupported
#define SharedVirtualDisksUnsupported 0x0
#endif
#ifndef SrvInstanceTypeCsv
#define SrvInstanceTypeCsv 0x2
#endif
#ifndef SrvInstanceTypePrimary
#define SrvInstanceTypePrimary 0x1
#endif
#ifndef SrvInstanceTypeSBL
#define SrvInstanceTypeSBL 0x3
#endif
#ifndef SrvInstanceTypeSR
#define SrvInstanceTypeSR 0x4
#endif
#ifndef SrvInstanceTypeUndefined
#define SrvInstanceTypeUndefined 0x0
#endif
#ifndef SrvInstanceTypeVSMB
#define SrvInstanceTypeVSMB 0x5
#endif
#ifndef StorageReserveIdHard
#define StorageReserveIdHard 0x1
#endif
#ifndef StorageReserveIdMax
#define StorageReserveIdMax 0x4
#endif
#ifndef StorageReserveIdNone
#define StorageReserveIdNone 0x0
#endif
#ifndef StorageReserveIdSoft
#define StorageReserveIdSoft 0x2
#endif
#ifndef StorageReserveIdUpdateScratch
#define StorageReserveIdUpdateScratch 0x3
#endif
#ifndef TRUE
#define TRUE 0x1
#endif
#ifndef TlbMatchConflict
#define TlbMatchConflict 0x2
#endif
#ifndef TokenBnoIsolation
#define TokenBnoIsolation 0x2C
#endif
#ifndef TokenChildProcessFlags
#define TokenChildProcessFlags 0x2D
#endif
#ifndef TokenIsAppSilo
#define TokenIsAppSilo 0x30
#endif
#ifndef TokenIsLessPrivilegedAppContainer
#define TokenIsLessPrivilegedAppContainer 0x2E
#endif
#ifndef TokenIsSandboxed
#define TokenIsSandboxed 0x2F
#endif
#ifndef TokenPrivateNameSpace
#define TokenPrivateNameSpace 0x2A
#endif
#ifndef TokenSingletonAttributes
#define TokenSingletonAttributes 0x2B
#endif
#ifndef TranslationFault
#define TranslationFault 0x6
#endif
#ifndef UnsupportedUpstreamTransaction
#define UnsupportedUpstreamTransaction 0x0
#endif
#ifndef VOLSNAPCONTROLTYPE
#define VOLSNAPCONTROLTYPE 0x53
#endif
#ifndef VirtualStorageBehaviorCacheWriteBack
#define VirtualStorageBehaviorCacheWriteBack 0x2
#endif
#ifndef VirtualStorageBehaviorCacheWriteThrough
#define VirtualStorageBehaviorCacheWriteThrough 0x1
#endif
#ifndef VirtualStorageBehaviorRestartIoProcessing
#define VirtualStorageBehaviorRestartIoProcessing 0x4
#endif
#ifndef VirtualStorageBehaviorStopIoProcessing
#define VirtualStorageBehaviorStopIoProcessing 0x3
#endif
#ifndef VirtualStorageBehaviorUndefined
#define VirtualStorageBehaviorUndefined 0x0
#endif
#ifndef WMIREGISTER
#define WMIREGISTER 0x0
#endif
#ifndef WMIUPDATE
#define WMIUPDATE 0x1
#endif
#ifndef WheaCpuVendorAmd
#define WheaCpuVendorAmd 0x2
#endif
#ifndef WheaCpuVendorIntel
#define WheaCpuVendorIntel 0x1
#endif
#ifndef WheaCpuVendorOther
#define WheaCpuVendorOther 0x0
#endif
#ifndef WheaDataFormatGeneric
#define WheaDataFormatGeneric 0x7
#endif
#ifndef WheaDataFormatIPFSalRecord
#define WheaDataFormatIPFSalRecord 0x0
#endif
#ifndef WheaDataFormatMax
#define WheaDataFormatMax 0x8
#endif
#ifndef WheaDataFormatMemory
#define WheaDataFormatMemory 0x2
#endif
#ifndef WheaDataFormatNMIPort
#define WheaDataFormatNMIPort 0x4
#endif
#ifndef WheaDataFormatPCIExpress
#define WheaDataFormatPCIExpress 0x3
#endif
#ifndef WheaDataFormatPCIXBus
#define WheaDataFormatPCIXBus 0x5
#endif
#ifndef WheaDataFormatPCIXDevice
#define WheaDataFormatPCIXDevice 0x6
#endif
#ifndef WheaDataFormatXPFMCA
#define WheaDataFormatXPFMCA 0x1
#endif
#ifndef WheaErrSevCorrected
#define WheaErrSevCorrected 0x2
#endif
#ifndef WheaErrSevFatal
#define WheaErrSevFatal 0x1
#endif
#ifndef WheaErrSevInformational
#define WheaErrSevInformational 0x3
#endif
#ifndef WheaErrSevRecoverable
#define WheaErrSevRecoverable 0x0
#endif
#ifndef WheaErrSrcStateRemovePending
#define WheaErrSrcStateRemovePending 0x4
#endif
#ifndef WheaErrSrcStateRemoved
#define WheaErrSrcStateRemoved 0x3
#endif
#ifndef WheaErrSrcStateStarted
#define WheaErrSrcStateStarted 0x2
#endif
#ifndef WheaErrSrcStateStopped
#define WheaErrSrcStateStopped 0x1
#endif
#ifndef WheaErrSrcTypeBMC
#define WheaErrSrcTypeBMC 0xE
#endif
#ifndef WheaErrSrcTypeBOOT
#define WheaErrSrcTypeBOOT 0x7
#endif
#ifndef WheaErrSrcTypeCMC
#define WheaErrSrcTypeCMC 0x1
#endif
#ifndef WheaErrSrcTypeCPE
#define WheaErrSrcTypeCPE 0x2
#endif
#ifndef WheaErrSrcTypeDeviceDriver
#define WheaErrSrcTypeDeviceDriver 0x10
#endif
#ifndef WheaErrSrcTypeGeneric
#define WheaErrSrcTypeGeneric 0x5
#endif
#ifndef WheaErrSrcTypeGenericV2
#define WheaErrSrcTypeGenericV2 0xC
#endif
#ifndef WheaErrSrcTypeINIT
#define WheaErrSrcTypeINIT 0x6
#endif
#ifndef WheaErrSrcTypeIPFCMC
#define WheaErrSrcTypeIPFCMC 0xA
#endif
#ifndef WheaErrSrcTypeIPFCPE
#define WheaErrSrcTypeIPFCPE 0xB
#endif
#ifndef WheaErrSrcTypeIPFMCA
#define WheaErrSrcTypeIPFMCA 0x9
#endif
#ifndef WheaErrSrcTypeMCE
#define WheaErrSrcTypeMCE 0x0
#endif
#ifndef WheaErrSrcTypeMax
#define WheaErrSrcTypeMax 0x13
#endif
#ifndef WheaErrSrcTypeNMI
#define WheaErrSrcTypeNMI 0x3
#endif
#ifndef WheaErrSrcTypePCIe
#define WheaErrSrcTypePCIe 0x4
#endif
#ifndef WheaErrSrcTypePMEM
#define WheaErrSrcTypePMEM 0xF
#endif
#ifndef WheaErrSrcTypeSCIGeneric
#define WheaErrSrcTypeSCIGeneric 0x8
#endif
#ifndef WheaErrSrcTypeSCIGenericV2
#define WheaErrSrcTypeSCIGenericV2 0xD
#endif
#ifndef WheaErrSrcTypeSea
#define WheaErrSrcTypeSea 0x11
#endif
#ifndef WheaErrSrcTypeSei
#define WheaErrSrcTypeSei 0x12
#endif
#ifndef WheaErrTypeGeneric
#define WheaErrTypeGeneric 0x6
#endif
#ifndef WheaErrTypeMemory
#define WheaErrTypeMemory 0x1
#endif
#ifndef WheaErrTypeNMI
#define WheaErrTypeNMI 0x3
#endif
#ifndef WheaErrTypePCIExpress
#define WheaErrTypePCIExpress 0x2
#endif
#ifndef WheaErrTypePCIXBus
#define WheaErrTypePCIXBus 0x4
#endif
#ifndef WheaErrTypePCIXDevice
#define WheaErrTypePCIXDevice 0x5
#endif
#ifndef WheaErrTypePmem
#define WheaErrTypePmem 0x7
#endif
#ifndef WheaErrTypeProcessor
#define WheaErrTypeProcessor 0x0
#endif
#ifndef WheaEventBugCheckRecoveryEntry
#define WheaEventBugCheckRecoveryEntry 0x0
#endif
#ifndef WheaEventBugCheckRecoveryMax
#define WheaEventBugCheckRecoveryMax 0x2
#endif
#ifndef WheaEventBugCheckRecoveryReturn
#define WheaEventBugCheckRecoveryReturn 0x1
#endif
#ifndef WheaEventLogAzccRootBusList
#define WheaEventLogAzccRootBusList ((LONG)0x8000001F)
#endif
#ifndef WheaEventLogAzccRootBusPoisonSet
#define WheaEventLogAzccRootBusPoisonSet ((LONG)0x8000002E)
#endif
#ifndef WheaEventLogAzccRootBusSearchErr
#define WheaEventLogAzccRootBusSearchErr ((LONG)0x8000001E)
#endif
#ifndef WheaEventLogCmciFinalRestart
#define WheaEventLogCmciFinalRestart ((LONG)0x8000001C)
#endif
#ifndef WheaEventLogCmciRestart
#define WheaEventLogCmciRestart ((LONG)0x8000001B)
#endif
#ifndef WheaEventLogEntryEarlyError
#define WheaEventLogEntryEarlyError ((LONG)0x80000036)
#endif
#ifndef WheaEventLogEntryEtwOverFlow
#define WheaEventLogEntryEtwOverFlow ((LONG)0x8000001D)
#endif
#ifndef WheaEventLogEntryIdAcpiTimeOut
#define WheaEventLogEntryIdAcpiTimeOut ((LONG)0x8000001A)
#endif
#ifndef WheaEventLogEntryIdAddRemoveErrorSource
#define WheaEventLogEntryIdAddRemoveErrorSource ((LONG)0x8000000C)
#endif
#ifndef WheaEventLogEntryIdAerNotGrantedToOs
#define WheaEventLogEntryIdAerNotGrantedToOs ((LONG)0x80000018)
#endif
#ifndef WheaEventLogEntryIdAttemptErrorRecovery
#define WheaEventLogEntryIdAttemptErrorRecovery ((LONG)0x8000000E)
#endif
#ifndef WheaEventLogEntryIdBadHestNotifyData
#define WheaEventLogEntryIdBadHestNotifyData ((LONG)0x80000053)
#endif
#ifndef WheaEventLogEntryIdBadPageLimitReached
#define WheaEventLogEntryIdBadPageLimitReached ((LONG)0x80000034)
#endif
#ifndef WheaEventLogEntryIdClearedPoison
#define WheaEventLogEntryIdClearedPoison ((LONG)0x80000012)
#endif
#ifndef WheaEventLogEntryIdCmcPollingTimeout
#define WheaEventLogEntryIdCmcPollingTimeout ((LONG)0x80000001)
#endif
#ifndef WheaEventLogEntryIdCmcSwitchToPolling
#define WheaEventLogEntryIdCmcSwitchToPolling ((LONG)0x80000003)
#endif
#ifndef WheaEventLogEntryIdCmciImplPresent
#define WheaEventLogEntryIdCmciImplPresent ((LONG)0x80000028)
#endif
#ifndef WheaEventLogEntryIdCmciInitError
#define WheaEventLogEntryIdCmciInitError ((LONG)0x80000029)
#endif
#ifndef WheaEventLogEntryIdCpuBusesInitFailed
#define WheaEventLogEntryIdCpuBusesInitFailed ((LONG)0x8000004D)
#endif
#ifndef WheaEventLogEntryIdCpusFrozen
#define WheaEventLogEntryIdCpusFrozen ((LONG)0x80000060)
#endif
#ifndef WheaEventLogEntryIdCpusFrozenNoCrashDump
#define WheaEventLogEntryIdCpusFrozenNoCrashDump ((LONG)0x80000061)
#endif
#ifndef WheaEventLogEntryIdCreateGenericRecord
#define WheaEventLogEntryIdCreateGenericRecord ((LONG)0x80000015)
#endif
#ifndef WheaEventLogEntryIdDefectListCorrupt
#define WheaEventLogEntryIdDefectListCorrupt ((LONG)0x80000052)
#endif
#ifndef WheaEventLogEntryIdDefectListFull
#define WheaEventLogEntryIdDefectListFull ((LONG)0x80000050)
#endif
#ifndef WheaEventLogEntryIdDefectListUEFIVarFailed
#define WheaEventLogEntryIdDefectListUEFIVarFailed ((LONG)0x80000051)
#endif
#ifndef WheaEventLogEntryIdDeviceDriver
#define WheaEventLogEntryIdDeviceDriver ((LONG)0x80000027)
#endif
#ifndef WheaEventLogEntryIdDroppedCorrectedError
#define WheaEventLogEntryIdDroppedCorrectedError ((LONG)0x80000004)
#endif
#ifndef WheaEventLogEntryIdDrvErrSrcInvalid
#define WheaEventLogEntryIdDrvErrSrcInvalid ((LONG)0x8000002B)
#endif
#ifndef WheaEventLogEntryIdDrvHandleBusy
#define WheaEventLogEntryIdDrvHandleBusy ((LONG)0x8000002C)
#endif
#ifndef WheaEventLogEntryIdEnableKeyNotifFailed
#define WheaEventLogEntryIdEnableKeyNotifFailed ((LONG)0x80000044)
#endif
#ifndef WheaEventLogEntryIdErrDimmInfoMismatch
#define WheaEventLogEntryIdErrDimmInfoMismatch ((LONG)0x80000030)
#endif
#ifndef WheaEventLogEntryIdErrSrcArrayInvalid
#define WheaEventLogEntryIdErrSrcArrayInvalid ((LONG)0x80000019)
#endif
#ifndef WheaEventLogEntryIdErrSrcInvalid
#define WheaEventLogEntryIdErrSrcInvalid ((LONG)0x80000020)
#endif
#ifndef WheaEventLogEntryIdErrorRecord
#define WheaEventLogEntryIdErrorRecord ((LONG)0x80000016)
#endif
#ifndef WheaEventLogEntryIdErrorRecordLimit
#define WheaEventLogEntryIdErrorRecordLimit ((LONG)0x80000017)
#endif
#ifndef WheaEventLogEntryIdFailedAddToDefectList
#define WheaEventLogEntryIdFailedAddToDefectList ((LONG)0x8000004F)
#endif
#ifndef WheaEventLogEntryIdGenericErrMemMap
#define WheaEventLogEntryIdGenericErrMemMap ((LONG)0x80000021)
#endif
#ifndef WheaEventLogEntryIdKeyNotificationFailed
#define WheaEventLogEntryIdKeyNotificationFailed ((LONG)0x80000045)
#endif
#ifndef WheaEventLogEntryIdMcaErrorCleared
#define WheaEventLogEntryIdMcaErrorCleared ((LONG)0x80000011)
#endif
#ifndef WheaEventLogEntryIdMcaFoundErrorInBank
#define WheaEventLogEntryIdMcaFoundErrorInBank ((LONG)0x8000000F)
#endif
#ifndef WheaEventLogEntryIdMcaStuckErrorCheck
#define WheaEventLogEntryIdMcaStuckErrorCheck ((LONG)0x80000010)
#endif
#ifndef WheaEventLogEntryIdMemoryAddDevice
#define WheaEventLogEntryIdMemoryAddDevice ((LONG)0x80000049)
#endif
#ifndef WheaEventLogEntryIdMemoryRemoveDevice
#define WheaEventLogEntryIdMemoryRemoveDevice ((LONG)0x8000004A)
#endif
#ifndef WheaEventLogEntryIdMemorySummaryFailed
#define WheaEventLogEntryIdMemorySummaryFailed ((LONG)0x8000004B)
#endif
#ifndef WheaEventLogEntryIdOscCapabilities
#define WheaEventLogEntryIdOscCapabilities ((LONG)0x8000000A)
#endif
#ifndef WheaEventLogEntryIdPFAMemoryOfflined
#define WheaEventLogEntryIdPFAMemoryOfflined ((LONG)0x80000006)
#endif
#ifndef WheaEventLogEntryIdPFAMemoryPolicy
#define WheaEventLogEntryIdPFAMemoryPolicy ((LONG)0x80000008)
#endif
#ifndef WheaEventLogEntryIdPFAMemoryRemoveMonitor
#define WheaEventLogEntryIdPFAMemoryRemoveMonitor ((LONG)0x80000007)
#endif
#ifndef WheaEventLogEntryIdPcieAddDevice
#define WheaEventLogEntryIdPcieAddDevice ((LONG)0x80000047)
#endif
#ifndef WheaEventLogEntryIdPcieConfigInfo
#define WheaEventLogEntryIdPcieConfigInfo ((LONG)0x80000039)
#endif
#ifndef WheaEventLogEntryIdPcieDpcError
#define WheaEventLogEntryIdPcieDpcError ((LONG)0x8000004C)
#endif
#ifndef WheaEventLogEntryIdPcieOverrideInfo
#define WheaEventLogEntryIdPcieOverrideInfo ((LONG)0x80000037)
#endif
#ifndef WheaEventLogEntryIdPcieRemoveDevice
#define WheaEventLogEntryIdPcieRemoveDevice ((LONG)0x80000046)
#endif
#ifndef WheaEventLogEntryIdPcieSpuriousErrSource
#define WheaEventLogEntryIdPcieSpuriousErrSource ((LONG)0x80000048)
#endif
#ifndef WheaEventLogEntryIdPcieSummaryFailed
#define WheaEventLogEntryIdPcieSummaryFailed ((LONG)0x80000040)
#endif
#ifndef WheaEventLogEntryIdProcessEINJ
#define WheaEventLogEntryIdProcessEINJ ((LONG)0x80000013)
#endif
#ifndef WheaEventLogEntryIdProcessHEST
#define WheaEventLogEntryIdProcessHEST ((LONG)0x80000014)
#endif
#ifndef WheaEventLogEntryIdPshedCallbackCollision
#define WheaEventLogEntryIdPshedCallbackCollision ((LONG)0x80000022)
#endif
#ifndef WheaEventLogEntryIdPshedInjectError
#define WheaEventLogEntryIdPshedInjectError ((LONG)0x80000009)
#endif
#ifndef WheaEventLogEntryIdPshedPiTraceLog
#define WheaEventLogEntryIdPshedPiTraceLog ((LONG)0x80040010)
#endif
#ifndef WheaEventLogEntryIdPshedPluginInitFailed
#define WheaEventLogEntryIdPshedPluginInitFailed ((LONG)0x8000004E)
#endif
#ifndef WheaEventLogEntryIdPshedPluginLoad
#define WheaEventLogEntryIdPshedPluginLoad ((LONG)0x80000024)
#endif
#ifndef WheaEventLogEntryIdPshedPluginRegister
#define WheaEventLogEntryIdPshedPluginRegister ((LONG)0x8000000B)
#endif
#ifndef WheaEventLogEntryIdPshedPluginSupported
#define WheaEventLogEntryIdPshedPluginSupported ((LONG)0x80000026)
#endif
#ifndef WheaEventLogEntryIdPshedPluginUnload
#define WheaEventLogEntryIdPshedPluginUnload ((LONG)0x80000025)
#endif
#ifndef WheaEventLogEntryIdReadPcieOverridesErr
#define WheaEventLogEntryIdReadPcieOverridesErr ((LONG)0x80000038)
#endif
#ifndef WheaEventLogEntryIdRowFailure
#define WheaEventLogEntryIdRowFailure ((LONG)0x80000057)
#endif
#ifndef WheaEventLogEntryIdSELBugCheckInfo
#define WheaEventLogEntryIdSELBugCheckInfo ((LONG)0x8000002F)
#endif
#ifndef WheaEventLogEntryIdSELBugCheckProgress
#define WheaEventLogEntryIdSELBugCheckProgress ((LONG)0x80000023)
#endif
#ifndef WheaEventLogEntryIdSELBugCheckRecovery
#define WheaEventLogEntryIdSELBugCheckRecovery ((LONG)0x8000002A)
#endif
#ifndef WheaEventLogEntryIdSrasTableEntries
#define WheaEventLogEntryIdSrasTableEntries ((LONG)0x80000056)
#endif
#ifndef WheaEventLogEntryIdSrasTableError
#define WheaEventLogEntryIdSrasTableError ((LONG)0x80000055)
#endif
#ifndef WheaEventLogEntryIdSrasTableNotFound
#define WheaEventLogEntryIdSrasTableNotFound ((LONG)0x80000054)
#endif
#ifndef WheaEventLogEntryIdStartedReportHwError
#define WheaEventLogEntryIdStartedReportHwError ((LONG)0x80000005)
#endif
#ifndef WheaEventLogEntryIdThrottleAddErrSrcFailed
#define WheaEventLogEntryIdThrottleAddErrSrcFailed ((LONG)0x80000042)
#endif
#ifndef WheaEventLogEntryIdThrottleRegCorrupt
#define WheaEventLogEntryIdThrottleRegCorrupt ((LONG)0x80000041)
#endif
#ifndef WheaEventLogEntryIdThrottleRegDataIgnored
#define WheaEventLogEntryIdThrottleRegDataIgnored ((LONG)0x80000043)
#endif
#ifndef WheaEventLogEntryIdWheaHeartbeat
#define WheaEventLogEntryIdWheaHeartbeat ((LONG)0x8000002D)
#endif
#ifndef WheaEventLogEntryIdWheaInit
#define WheaEventLogEntryIdWheaInit ((LONG)0x80000002)
#endif
#ifndef WheaEventLogEntryIdWorkQueueItem
#define WheaEventLogEntryIdWorkQueueItem ((LONG)0x8000000D)
#endif
#ifndef WheaEventLogEntryIdeDpcEnabled
#define WheaEventLogEntryIdeDpcEnabled ((LONG)0x80000031)
#endif
#ifndef WheaEventLogEntryPageOfflineDone
#define WheaEventLogEntryPageOfflineDone ((LONG)0x80000032)
#endif
#ifndef WheaEventLogEntryPageOfflinePendMax
#define WheaEventLogEntryPageOfflinePendMax ((LONG)0x80000033)
#endif
#ifndef WheaEventLogEntrySrarDetail
#define WheaEventLogEntrySrarDetail ((LONG)0x80000035)
#endif
#ifndef WheaEventLogEntryTypeError
#define WheaEventLogEntryTypeError 0x2
#endif
#ifndef WheaEventLogEntryTypeInformational
#define WheaEventLogEntryTypeInformational 0x0
#endif
#ifndef WheaEventLogEntryTypeWarning
#define WheaEventLogEntryTypeWarning 0x1
#endif
#ifndef WheaMemoryThrottle
#define WheaMemoryThrottle 0x1
#endif
#ifndef WheaPciExpressDownstreamSwitchPort
#define WheaPciExpressDownstreamSwitchPort 0x6
#endif
#ifndef WheaPciExpressEndpoint
#define WheaPciExpressEndpoint 0x0
#endif
#ifndef WheaPciExpressLegacyEndpoint
#define WheaPciExpressLegacyEndpoint 0x1
#endif
#ifndef WheaPciExpressRootComplexEventCollector
#define WheaPciExpressRootComplexEventCollector 0xA
#endif
#ifndef WheaPciExpressRootComplexIntegratedEndpoint
#define WheaPciExpressRootComplexIntegratedEndpoint 0x9
#endif
#ifndef WheaPciExpressRootPort
#define WheaPciExpressRootPort 0x4
#endif
#ifndef WheaPciExpressToPciXBridge
#define WheaPciExpressToPciXBridge 0x7
#endif
#ifndef WheaPciExpressUpstreamSwitchPort
#define WheaPciExpressUpstreamSwitchPort 0x5
#endif
#ifndef WheaPciREcoveryStatusUnknown
#define WheaPciREcoveryStatusUnknown 0x0
#endif
#ifndef WheaPciRecoverySignalAer
#define WheaPciRecoverySignalAer 0x1
#endif
#ifndef WheaPciRecoverySignalDpc
#define WheaPciRecoverySignalDpc 0x2
#endif
#ifndef WheaPciRecoverySignalUnknown
#define WheaPciRecoverySignalUnknown 0x0
#endif
#ifndef WheaPciRecoveryStatusBusNotFound
#define WheaPciRecoveryStatusBusNotFound 0x6
#endif
#ifndef WheaPciRecoveryStatusComplexTree
#define WheaPciRecoveryStatusComplexTree 0x5
#endif
#ifndef WheaPciRecoveryStatusLinkDisableTimeout
#define WheaPciRecoveryStatusLinkDisableTimeout 0x2
#endif
#ifndef WheaPciRecoveryStatusLinkEnableTimeout
#define WheaPciRecoveryStatusLinkEnableTimeout 0x3
#endif
#ifndef WheaPciRecoveryStatusNoError
#define WheaPciRecoveryStatusNoError 0x1
#endif
#ifndef WheaPciRecoveryStatusRpBusyTimeout
#define WheaPciRecoveryStatusRpBusyTimeout 0x4
#endif
#ifndef WheaPciXToExpressBridge
#define WheaPciXToExpressBridge 0x8
#endif
#ifndef WheaPcieThrottle
#define WheaPcieThrottle 0x0
#endif
#ifndef WheaPfaRemoveCapacity
#define WheaPfaRemoveCapacity 0x3
#endif
#ifndef WheaPfaRemoveErrorThreshold
#define WheaPfaRemoveErrorThreshold 0x1
#endif
#ifndef WheaPfaRemoveTimeout
#define WheaPfaRemoveTimeout 0x2
#endif
#ifndef WheaRawDataFormatAMD64MCA
#define WheaRawDataFormatAMD64MCA 0x3
#endif
#ifndef WheaRawDataFormatGeneric
#define WheaRawDataFormatGeneric 0x9
#endif
#ifndef WheaRawDataFormatIA32MCA
#define WheaRawDataFormatIA32MCA 0x1
#endif
#ifndef WheaRawDataFormatIPFSalRecord
#define WheaRawDataFormatIPFSalRecord 0x0
#endif
#ifndef WheaRawDataFormatIntel64MCA
#define WheaRawDataFormatIntel64MCA 0x2
#endif
#ifndef WheaRawDataFormatMax
#define WheaRawDataFormatMax 0xA
#endif
#ifndef WheaRawDataFormatMemory
#define WheaRawDataFormatMemory 0x4
#endif
#ifndef WheaRawDataFormatNMIPort
#define WheaRawDataFormatNMIPort 0x6
#endif
#ifndef WheaRawDataFormatPCIExpress
#define WheaRawDataFormatPCIExpress 0x5
#endif
#ifndef WheaRawDataFormatPCIXBus
#define WheaRawDataFormatPCIXBus 0x7
#endif
#ifndef WheaRawDataFormatPCIXDevice
#define WheaRawDataFormatPCIXDevice 0x8
#endif
#ifndef WheaRecoveryContextErrorTypeMax
#define WheaRecoveryContextErrorTypeMax 0x3
#endif
#ifndef WheaRecoveryContextErrorTypeMemory
#define WheaRecoveryContextErrorTypeMemory 0x1
#endif
#ifndef WheaRecoveryContextErrorTypePmem
#define WheaRecoveryContextErrorTypePmem 0x2
#endif
#ifndef WheaRecoveryFailureReasonFarNotValid
#define WheaRecoveryFailureReasonFarNotValid 0x11
#endif
#ifndef WheaRecoveryFailureReasonHighIrql
#define WheaRecoveryFailureReasonHighIrql 0xA
#endif
#ifndef WheaRecoveryFailureReasonInsufficientAltContextWrappers
#define WheaRecoveryFailureReasonInsufficientAltContextWrappers 0xB
#endif
#ifndef WheaRecoveryFailureReasonInterruptsDisabled
#define WheaRecoveryFailureReasonInterruptsDisabled 0xC
#endif
#ifndef WheaRecoveryFailureReasonInvalidAddressMode
#define WheaRecoveryFailureReasonInvalidAddressMode 0x9
#endif
#ifndef WheaRecoveryFailureReasonKernelCouldNotMarkMemoryBad
#define WheaRecoveryFailureReasonKernelCouldNotMarkMemoryBad 0x1
#endif
#ifndef WheaRecoveryFailureReasonKernelMarkMemoryBadTimedOut
#define WheaRecoveryFailureReasonKernelMarkMemoryBadTimedOut 0x2
#endif
#ifndef WheaRecoveryFailureReasonKernelWillPageFaultBCAtCurrentIrql
#define WheaRecoveryFailureReasonKernelWillPageFaultBCAtCurrentIrql 0x10
#endif
#ifndef WheaRecoveryFailureReasonMax
#define WheaRecoveryFailureReasonMax 0x12
#endif
#ifndef WheaRecoveryFailureReasonMiscOrAddrNotValid
#define WheaRecoveryFailureReasonMiscOrAddrNotValid 0x8
#endif
#ifndef WheaRecoveryFailureReasonNoRecoveryContext
#define WheaRecoveryFailureReasonNoRecoveryContext 0x3
#endif
#ifndef WheaRecoveryFailureReasonNotContinuable
#define WheaRecoveryFailureReasonNotContinuable 0x4
#endif
#ifndef WheaRecoveryFailureReasonNotSupported
#define WheaRecoveryFailureReasonNotSupported 0x7
#endif
#ifndef WheaRecoveryFailureReasonOverflow
#define WheaRecoveryFailureReasonOverflow 0x6
#endif
#ifndef WheaRecoveryFailureReasonPcc
#define WheaRecoveryFailureReasonPcc 0x5
#endif
#ifndef WheaRecoveryFailureReasonStackOverflow
#define WheaRecoveryFailureReasonStackOverflow 0xE
#endif
#ifndef WheaRecoveryFailureReasonSwapBusy
#define WheaRecoveryFailureReasonSwapBusy 0xD
#endif
#ifndef WheaRecoveryFailureReasonUnexpectedFailure
#define WheaRecoveryFailureReasonUnexpectedFailure 0xF
#endif
#ifndef WheaRecoveryTypeActionOptional
#define WheaRecoveryTypeActionOptional 0x2
#endif
#ifndef WheaRecoveryTypeActionRequired
#define WheaRecoveryTypeActionRequired 0x1
#endif
#ifndef WheaRecoveryTypeMax
#define WheaRecoveryTypeMax 0x3
#endif
#ifndef WheapDpcErrBusNotFound
#define WheapDpcErrBusNotFound 0x1
#endif
#ifndef WheapDpcErrDeviceIdBad
#define WheapDpcErrDeviceIdBad 0x3
#endif
#ifndef WheapDpcErrDpcedSubtree
#define WheapDpcErrDpcedSubtree 0x2
#endif
#ifndef WheapDpcErrNoChildren
#define WheapDpcErrNoChildren 0x5
#endif
#ifndef WheapDpcErrNoErr
#define WheapDpcErrNoErr 0x0
#endif
#ifndef WheapDpcErrResetFailed
#define WheapDpcErrResetFailed 0x4
#endif
#ifndef WheapPfaOfflinePredictiveFailure
#define WheapPfaOfflinePredictiveFailure 0x1
#endif
#ifndef WheapPfaOfflineUncorrectedError
#define WheapPfaOfflineUncorrectedError 0x2
#endif
#ifndef ACCESS_ALARM_OBJECT_ACE_TYPE
#define ACCESS_ALARM_OBJECT_ACE_TYPE 0x8
#endif
#ifndef ACCESS_ALLOWED_ACE_TYPE
#define ACCESS_ALLOWED_ACE_TYPE 0x0
#endif
#ifndef ACCESS_ALLOWED_CALLBACK_ACE_TYPE
#define ACCESS_ALLOWED_CALLBACK_ACE_TYPE 0x9
#endif
#ifndef ACCESS_ALLOWED_CALLBACK_OBJECT_ACE_TYPE
#define ACCESS_ALLOWED_CALLBACK_OBJECT_ACE_TYPE 0xB
#endif
#ifndef ACCESS_ALLOWED_COMPOUND_ACE_TYPE
#define ACCESS_ALLOWED_COMPOUND_ACE_TYPE 0x4
#endif
#ifndef ACCESS_ALLOWED_OBJECT_ACE_TYPE
#define ACCESS_ALLOWED_OBJECT_ACE_TYPE 0x5
#endif
#ifndef ACCESS_AUDIT_OBJECT_ACE_TYPE
#define ACCESS_AUDIT_OBJECT_ACE_TYPE 0x7
#endif
#ifndef ACCESS_DENIED_ACE_TYPE
#define ACCESS_DENIED_ACE_TYPE 0x1
#endif
#ifndef ACCESS_DENIED_CALLBACK_ACE_TYPE
#define ACCESS_DENIED_CALLBACK_ACE_TYPE 0xA
#endif
#ifndef ACCESS_DENIED_CALLBACK_OBJECT_ACE_TYPE
#define ACCESS_DENIED_CALLBACK_OBJECT_ACE_TYPE 0xC
#endif
#ifndef ACCESS_DENIED_OBJECT_ACE_TYPE
#define ACCESS_DENIED_OBJECT_ACE_TYPE 0x6
#endif
#ifndef ACCESS_FILTER_SECURITY_INFORMATION
#define ACCESS_FILTER_SECURITY_INFORMATION 0x100
#endif
#ifndef ACCESS_MAX_LEVEL
#define ACCESS_MAX_LEVEL 0x4
#endif
#ifndef ACCESS_MAX_MS_ACE_TYPE
#define ACCESS_MAX_MS_ACE_TYPE 0x8
#endif
#ifndef ACCESS_MAX_MS_OBJECT_ACE_TYPE
#define ACCESS_MAX_MS_OBJECT_ACE_TYPE 0x8
#endif
#ifndef ACCESS_MAX_MS_V2_ACE_TYPE
#define ACCESS_MAX_MS_V2_ACE_TYPE 0x3
#endif
#ifndef ACCESS_MAX_MS_V3_ACE_TYPE
#define ACCESS_MAX_MS_V3_ACE_TYPE 0x4
#endif
#ifndef ACCESS_MAX_MS_V4_ACE_TYPE
#define ACCESS_MAX_MS_V4_ACE_TYPE 0x8
#endif
#ifndef ACCESS_MAX_MS_V5_ACE_TYPE
#define ACCESS_MAX_MS_V5_ACE_TYPE 0x15
#endif
#ifndef ACCESS_MIN_MS_ACE_TYPE
#define ACCESS_MIN_MS_ACE_TYPE 0x0
#endif
#ifndef ACCESS_MIN_MS_OBJECT_ACE_TYPE
#define ACCESS_MIN_MS_OBJECT_ACE_TYPE 0x5
#endif
#ifndef ACCESS_OBJECT_GUID
#define ACCESS_OBJECT_GUID 0x0
#endif
#ifndef ACCESS_PROPERTY_GUID
#define ACCESS_PROPERTY_GUID 0x2
#endif
#ifndef ACCESS_PROPERTY_SET_GUID
#define ACCESS_PROPERTY_SET_GUID 0x1
#endif
#ifndef ACCESS_REASON_DATA_MASK
#define ACCESS_REASON_DATA_MASK 0xFFFF
#endif
#ifndef ACCESS_REASON_EXDATA_MASK
#define ACCESS_REASON_EXDATA_MASK 0x7F000000
#endif
#ifndef ACCESS_REASON_STAGING_MASK
#define ACCESS_REASON_STAGING_MASK 0x80000000
#endif
#ifndef ACCESS_REASON_TYPE_MASK
#define ACCESS_REASON_TYPE_MASK 0x00FF0000
#endif
#ifndef ACCESS_SYSTEM_SECURITY
#define ACCESS_SYSTEM_SECURITY 0x01000000
#endif
#ifndef DELETE
#define DELETE 0x00010000
#endif
#ifndef GENERIC_ALL
#define GENERIC_ALL 0x10000000
#endif
#ifndef GENERIC_EXECUTE
#define GENERIC_EXECUTE 0x20000000
#endif
#ifndef GENERIC_READ
#define GENERIC_READ 0x80000000
#endif
#ifndef GENERIC_WRITE
#define GENERIC_WRITE 0x40000000
#endif
#ifndef MAXIMUM_ALLOWED
#define MAXIMUM_ALLOWED 0x02000000
#endif
#ifndef READ_CONTROL
#define READ_CONTROL 0x00020000
#endif
#ifndef SPECIFIC_RIGHTS_ALL
#define SPECIFIC_RIGHTS_ALL 0xFFFF
#endif
#ifndef STANDARD_RIGHTS_ALL
#define STANDARD_RIGHTS_ALL 0x001F0000
#endif
#ifndef STANDARD_RIGHTS_EXECUTE
#define STANDARD_RIGHTS_EXECUTE 0x00020000
#endif
#ifndef STANDARD_RIGHTS_READ
#define STANDARD_RIGHTS_READ 0x00020000
#endif
#ifndef STANDARD_RIGHTS_REQUIRED
#define STANDARD_RIGHTS_REQUIRED 0x000F0000
#endif
#ifndef STANDARD_RIGHTS_WRITE
#define STANDARD_RIGHTS_WRITE 0x00020000
#endif
#ifndef SYNCHRONIZE
#define SYNCHRONIZE 0x00100000
#endif
#ifndef WRITE_DAC
#define WRITE_DAC 0x00040000
#endif
#ifndef WRITE_OWNER
#define WRITE_OWNER 0x00080000
#endif
#ifndef ACE_INHERITED_OBJECT_TYPE_PRESENT
#define ACE_INHERITED_OBJECT_TYPE_PRESENT 0x2
#endif
#ifndef ACE_OBJECT_TYPE_PRESENT
#define ACE_OBJECT_TYPE_PRESENT 0x1
#endif
#ifndef ACL_REVISION
#define ACL_REVISION 0x2
#endif
#ifndef ACL_REVISION1
#define ACL_REVISION1 0x1
#endif
#ifndef ACL_REVISION2
#define ACL_REVISION2 0x2
#endif
#ifndef ACL_REVISION3
#define ACL_REVISION3 0x3
#endif
#ifndef ACL_REVISION4
#define ACL_REVISION4 0x4
#endif
#ifndef ACL_REVISION_DS
#define ACL_REVISION_DS 0x4
#endif
#ifndef ADAPTER_INFO_API_BYPASS
#define ADAPTER_INFO_API_BYPASS 0x2
#endif
#ifndef ADAPTER_INFO_SYNCHRONOUS_CALLBACK
#define ADAPTER_INFO_SYNCHRONOUS_CALLBACK 0x1
#endif
#ifndef ALL_PROCESSOR_GROUPS
#define ALL_PROCESSOR_GROUPS 0xFFFF
#endif
#ifndef ALLOC_DATA_PRAGMA
#define ALLOC_DATA_PRAGMA 0x1
#endif
#ifndef ALLOC_PRAGMA
#define ALLOC_PRAGMA 0x1
#endif
#ifndef ALTITUDE_GROUP_POLICY
#define ALTITUDE_GROUP_POLICY 0x0
#endif
#ifndef ALTITUDE_INTERNAL_OVERRIDE
#define ALTITUDE_INTERNAL_OVERRIDE 0x5
#endif
#ifndef ALTITUDE_OEM_CUSTOMIZATION
#define ALTITUDE_OEM_CUSTOMIZATION 0x4
#endif
#ifndef ALTITUDE_OS_DEFAULT
#define ALTITUDE_OS_DEFAULT 0x6
#endif
#ifndef ALTITUDE_PROVISIONING
#define ALTITUDE_PROVISIONING 0x3
#endif
#ifndef ALTITUDE_RUNTIME_OVERRIDE
#define ALTITUDE_RUNTIME_OVERRIDE 0x2
#endif
#ifndef ALTITUDE_USER
#define ALTITUDE_USER 0x1
#endif
#ifndef ANSI_DOS_QM
#define ANSI_DOS_QM 0x3E
#endif
#ifndef ANSI_DOS_STAR
#define ANSI_DOS_STAR 0x3C
#endif
#ifndef ANSI_NULL
#define ANSI_NULL 0x0
#endif
#ifndef ANY_SIZE
#define ANY_SIZE 0x1
#endif
#ifndef ANYSIZE_ARRAY
#define ANYSIZE_ARRAY 0x1
#endif
#ifndef APPLICATION_ERROR_MASK
#define APPLICATION_ERROR_MASK 0x20000000
#endif
#ifndef ARBITER_FLAG_BOOT_CONFIG
#define ARBITER_FLAG_BOOT_CONFIG 0x1
#endif
#ifndef ARBITER_FLAG_OTHER_ENUM
#define ARBITER_FLAG_OTHER_ENUM 0x4
#endif
#ifndef ARBITER_FLAG_ROOT_ENUM
#define ARBITER_FLAG_ROOT_ENUM 0x2
#endif
#ifndef ARBITER_PARTIAL
#define ARBITER_PARTIAL 0x1
#endif
#ifndef ARM_MAX_BREAKPOINTS
#define ARM_MAX_BREAKPOINTS 0x8
#endif
#ifndef ARM_MAX_WATCHPOINTS
#define ARM_MAX_WATCHPOINTS 0x1
#endif
#ifndef ARM64_MAX_BREAKPOINTS
#define ARM64_MAX_BREAKPOINTS 0x8
#endif
#ifndef ARM64_MAX_WATCHPOINTS
#define ARM64_MAX_WATCHPOINTS 0x2
#endif
#ifndef ARM64_MULT_INTRINSICS_SUPPORTED
#define ARM64_MULT_INTRINSICS_SUPPORTED 0x1
#endif
#ifndef ARM64_PCR_RESERVED_MASK
#define ARM64_PCR_RESERVED_MASK 0xFFF
#endif
#ifndef ARM64_PREFETCH_KEEP
#define ARM64_PREFETCH_KEEP 0x0
#endif
#ifndef ARM64_PREFETCH_L1
#define ARM64_PREFETCH_L1 0x0
#endif
#ifndef ARM64_PREFETCH_L2
#define ARM64_PREFETCH_L2 0x2
#endif
#ifndef ARM64_PREFETCH_L3
#define ARM64_PREFETCH_L3 0x4
#endif
#ifndef ARM64_PREFETCH_PLD
#define ARM64_PREFETCH_PLD 0x0
#endif
#ifndef ARM64_PREFETCH_PLI
#define ARM64_PREFETCH_PLI 0x8
#endif
#ifndef ARM64_PREFETCH_PST
#define ARM64_PREFETCH_PST 0x10
#endif
#ifndef ARM64_PREFETCH_STRM
#define ARM64_PREFETCH_STRM 0x1
#endif
#ifndef ASC_REQ_ALLOCATE_MEMORY
#define ASC_REQ_ALLOCATE_MEMORY 0x100
#endif
#ifndef ASC_REQ_ALLOW_CONTEXT_REPLAY
#define ASC_REQ_ALLOW_CONTEXT_REPLAY 0x00400000
#endif
#ifndef ASC_REQ_ALLOW_MISSING_BINDINGS
#define ASC_REQ_ALLOW_MISSING_BINDINGS 0x10000000
#endif
#ifndef ASC_REQ_ALLOW_NON_USER_LOGONS
#define ASC_REQ_ALLOW_NON_USER_LOGONS 0x00200000
#endif
#ifndef ASC_REQ_ALLOW_NULL_SESSION
#define ASC_REQ_ALLOW_NULL_SESSION 0x00100000
#endif
#ifndef ASC_REQ_CALL_LEVEL
#define ASC_REQ_CALL_LEVEL 0x1000
#endif
#ifndef ASC_REQ_CONFIDENTIALITY
#define ASC_REQ_CONFIDENTIALITY 0x10
#endif
#ifndef ASC_REQ_CONNECTION
#define ASC_REQ_CONNECTION 0x800
#endif
#ifndef ASC_REQ_DATAGRAM
#define ASC_REQ_DATAGRAM 0x400
#endif
#ifndef ASC_REQ_DELEGATE
#define ASC_REQ_DELEGATE 0x1
#endif
#ifndef ASC_REQ_EXTENDED_ERROR
#define ASC_REQ_EXTENDED_ERROR 0x8000
#endif
#ifndef ASC_REQ_FRAGMENT_SUPPLIED
#define ASC_REQ_FRAGMENT_SUPPLIED 0x2000
#endif
#ifndef ASC_REQ_FRAGMENT_TO_FIT
#define ASC_REQ_FRAGMENT_TO_FIT 0x00800000
#endif
#ifndef ASC_REQ_IDENTIFY
#define ASC_REQ_IDENTIFY 0x00080000
#endif
#ifndef ASC_REQ_INTEGRITY
#define ASC_REQ_INTEGRITY 0x00020000
#endif
#ifndef ASC_REQ_LICENSING
#define ASC_REQ_LICENSING 0x00040000
#endif
#ifndef ASC_REQ_MESSAGES
#define ASC_REQ_MESSAGES 0x0000000100000000ULL
#endif
#ifndef ASC_REQ_MUTUAL_AUTH
#define ASC_REQ_MUTUAL_AUTH 0x2
#endif
#ifndef ASC_REQ_NO_TOKEN
#define ASC_REQ_NO_TOKEN 0x01000000
#endif
#ifndef ASC_REQ_PROXY_BINDINGS
#define ASC_REQ_PROXY_BINDINGS 0x04000000
#endif
#ifndef ASC_REQ_REPLAY_DETECT
#define ASC_REQ_REPLAY_DETECT 0x4
#endif
#ifndef ASC_REQ_SEQUENCE_DETECT
#define ASC_REQ_SEQUENCE_DETECT 0x8
#endif
#ifndef ASC_REQ_SESSION_TICKET
#define ASC_REQ_SESSION_TICKET 0x40
#endif
#ifndef ASC_REQ_STREAM
#define ASC_REQ_STREAM 0x00010000
#endif
#ifndef ASC_REQ_USE_DCE_STYLE
#define ASC_REQ_USE_DCE_STYLE 0x200
#endif
#ifndef ASC_REQ_USE_SESSION_KEY
#define ASC_REQ_USE_SESSION_KEY 0x20
#endif
#ifndef ASC_RET_ALLOCATED_MEMORY
#define ASC_RET_ALLOCATED_MEMORY 0x100
#endif
#ifndef ASC_RET_ALLOW_CONTEXT_REPLAY
#define ASC_RET_ALLOW_CONTEXT_REPLAY 0x00400000
#endif
#ifndef ASC_RET_ALLOW_NON_USER_LOGONS
#define ASC_RET_ALLOW_NON_USER_LOGONS 0x00200000
#endif
#ifndef ASC_RET_CALL_LEVEL
#define ASC_RET_CALL_LEVEL 0x2000
#endif
#ifndef ASC_RET_CONFIDENTIALITY
#define ASC_RET_CONFIDENTIALITY 0x10
#endif
#ifndef ASC_RET_CONNECTION
#define ASC_RET_CONNECTION 0x800
#endif
#ifndef ASC_RET_DATAGRAM
#define ASC_RET_DATAGRAM 0x400
#endif
#ifndef ASC_RET_DELEGATE
#define ASC_RET_DELEGATE 0x1
#endif
#ifndef ASC_RET_EXTENDED_ERROR
#define ASC_RET_EXTENDED_ERROR 0x8000
#endif
#ifndef ASC_RET_FRAGMENT_ONLY
#define ASC_RET_FRAGMENT_ONLY 0x00800000
#endif
#ifndef ASC_RET_IDENTIFY
#define ASC_RET_IDENTIFY 0x00080000
#endif
#ifndef ASC_RET_INTEGRITY
#define ASC_RET_INTEGRITY 0x00020000
#endif
#ifndef ASC_RET_LICENSING
#define ASC_RET_LICENSING 0x00040000
#endif
#ifndef ASC_RET_MESSAGES
#define ASC_RET_MESSAGES 0x0000000100000000ULL
#endif
#ifndef ASC_RET_MISSING_BINDINGS
#define ASC_RET_MISSING_BINDINGS 0x10000000
#endif
#ifndef ASC_RET_MUTUAL_AUTH
#define ASC_RET_MUTUAL_AUTH 0x2
#endif
#ifndef ASC_RET_NO_ADDITIONAL_TOKEN
#define ASC_RET_NO_ADDITIONAL_TOKEN 0x02000000
#endif
#ifndef ASC_RET_NO_PROXY_BINDINGS
#define ASC_RET_NO_PROXY_BINDINGS 0x04000000
#endif
#ifndef ASC_RET_NO_TOKEN
#define ASC_RET_NO_TOKEN 0x01000000
#endif
#ifndef ASC_RET_NULL_SESSION
#define ASC_RET_NULL_SESSION 0x00100000
#endif
#ifndef ASC_RET_REPLAY_DETECT
#define ASC_RET_REPLAY_DETECT 0x4
#endif
#ifndef ASC_RET_SEQUENCE_DETECT
#define ASC_RET_SEQUENCE_DETECT 0x8
#endif
#ifndef ASC_RET_SESSION_TICKET
#define ASC_RET_SESSION_TICKET 0x40
#endif
#ifndef ASC_RET_STREAM
#define ASC_RET_STREAM 0x00010000
#endif
#ifndef ASC_RET_THIRD_LEG_FAILED
#define ASC_RET_THIRD_LEG_FAILED 0x4000
#endif
#ifndef ASC_RET_USED_DCE_STYLE
#define ASC_RET_USED_DCE_STYLE 0x200
#endif
#ifndef ASC_RET_USE_SESSION_KEY
#define ASC_RET_USE_SESSION_KEY 0x20
#endif
#ifndef ASSERT_BREAKPOINT
#define ASSERT_BREAKPOINT 0x00080003
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_BEST_EFFORT
#define ATOMIC_CREATE_ECP_IN_FLAG_BEST_EFFORT 0x100
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_EOF_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_FLAG_EOF_SPECIFIED 0x4
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_FILE_ATTRIBUTES_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_FLAG_FILE_ATTRIBUTES_SPECIFIED 0x20
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_GEN_FLAGS_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_FLAG_GEN_FLAGS_SPECIFIED 0x8000
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_MARK_USN_SOURCE_INFO
#define ATOMIC_CREATE_ECP_IN_FLAG_MARK_USN_SOURCE_INFO 0x800
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_OPERATION_MASK
#define ATOMIC_CREATE_ECP_IN_FLAG_OPERATION_MASK 0xFF
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_OP_FLAGS_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_FLAG_OP_FLAGS_SPECIFIED 0x80
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_REPARSE_POINT_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_FLAG_REPARSE_POINT_SPECIFIED 0x2
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_SPARSE_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_FLAG_SPARSE_SPECIFIED 0x1
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_SUPPRESS_DIR_CHANGE_NOTIFY
#define ATOMIC_CREATE_ECP_IN_FLAG_SUPPRESS_DIR_CHANGE_NOTIFY 0x400
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_SUPPRESS_FILE_ATTRIBUTE_INHERITANCE
#define ATOMIC_CREATE_ECP_IN_FLAG_SUPPRESS_FILE_ATTRIBUTE_INHERITANCE 0x40
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_SUPPRESS_PARENT_TIMESTAMPS_UPDATE
#define ATOMIC_CREATE_ECP_IN_FLAG_SUPPRESS_PARENT_TIMESTAMPS_UPDATE 0x200
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_TIMESTAMPS_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_FLAG_TIMESTAMPS_SPECIFIED 0x10
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_VDL_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_FLAG_VDL_SPECIFIED 0x8
#endif
#ifndef ATOMIC_CREATE_ECP_IN_FLAG_WRITE_USN_CLOSE_RECORD
#define ATOMIC_CREATE_ECP_IN_FLAG_WRITE_USN_CLOSE_RECORD 0x1000
#endif
#ifndef ATOMIC_CREATE_ECP_IN_OP_FLAG_CASE_SENSITIVE_FLAGS_SPECIFIED
#define ATOMIC_CREATE_ECP_IN_OP_FLAG_CASE_SENSITIVE_FLAGS_SPECIFIED 0x1
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_EOF_SET
#define ATOMIC_CREATE_ECP_OUT_FLAG_EOF_SET 0x4
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_FILE_ATTRIBUTES_RETURNED
#define ATOMIC_CREATE_ECP_OUT_FLAG_FILE_ATTRIBUTES_RETURNED 0x200
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_FILE_ATTRIBUTES_SET
#define ATOMIC_CREATE_ECP_OUT_FLAG_FILE_ATTRIBUTES_SET 0x20
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_FILE_ATTRIBUTE_INHERITANCE_SUPPRESSED
#define ATOMIC_CREATE_ECP_OUT_FLAG_FILE_ATTRIBUTE_INHERITANCE_SUPPRESSED 0x40
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_OPERATION_MASK
#define ATOMIC_CREATE_ECP_OUT_FLAG_OPERATION_MASK 0xFF
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_OP_FLAGS_HONORED
#define ATOMIC_CREATE_ECP_OUT_FLAG_OP_FLAGS_HONORED 0x80
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_REPARSE_POINT_SET
#define ATOMIC_CREATE_ECP_OUT_FLAG_REPARSE_POINT_SET 0x2
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_SPARSE_SET
#define ATOMIC_CREATE_ECP_OUT_FLAG_SPARSE_SET 0x1
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_TIMESTAMPS_RETURNED
#define ATOMIC_CREATE_ECP_OUT_FLAG_TIMESTAMPS_RETURNED 0x100
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_TIMESTAMPS_SET
#define ATOMIC_CREATE_ECP_OUT_FLAG_TIMESTAMPS_SET 0x10
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_USN_CLOSE_RECORD_WRITTEN
#define ATOMIC_CREATE_ECP_OUT_FLAG_USN_CLOSE_RECORD_WRITTEN 0x800
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_USN_RETURNED
#define ATOMIC_CREATE_ECP_OUT_FLAG_USN_RETURNED 0x1000
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_USN_SOURCE_INFO_MARKED
#define ATOMIC_CREATE_ECP_OUT_FLAG_USN_SOURCE_INFO_MARKED 0x400
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_FLAG_VDL_SET
#define ATOMIC_CREATE_ECP_OUT_FLAG_VDL_SET 0x8
#endif
#ifndef ATOMIC_CREATE_ECP_OUT_OP_FLAG_CASE_SENSITIVE_FLAGS_SET
#define ATOMIC_CREATE_ECP_OUT_OP_FLAG_CASE_SENSITIVE_FLAGS_SET 0x1
#endif
#ifndef ATS_DEVICE_SVM_OPTOUT
#define ATS_DEVICE_SVM_OPTOUT 0x1
#endif
#ifndef ATTRIBUTE_SECURITY_INFORMATION
#define ATTRIBUTE_SECURITY_INFORMATION 0x20
#endif
#ifndef AUDIT_ALLOW_NO_PRIVILEGE
#define AUDIT_ALLOW_NO_PRIVILEGE 0x1
#endif
#ifndef BACKUP_SECURITY_INFORMATION
#define BACKUP_SECURITY_INFORMATION 0x00010000
#endif
#ifndef BREAK_DEBUG_BASE
#define BREAK_DEBUG_BASE 0x00080000
#endif
#ifndef CACHE_FULLY_ASSOCIATIVE
#define CACHE_FULLY_ASSOCIATIVE 0xFF
#endif
#ifndef CACHE_MANAGER_CALLBACKS_EX_V1
#define CACHE_MANAGER_CALLBACKS_EX_V1 0x1
#endif
#ifndef CACHE_USE_DIRECT_ACCESS_MAPPING
#define CACHE_USE_DIRECT_ACCESS_MAPPING 0x1
#endif
#ifndef CACHE_VALID_FLAGS
#define CACHE_VALID_FLAGS 0x1
#endif
#ifndef CC_ACQUIRE_DONT_WAIT
#define CC_ACQUIRE_DONT_WAIT 0x1
#endif
#ifndef CC_ACQUIRE_SUPPORTS_ASYNC_LAZYWRITE
#define CC_ACQUIRE_SUPPORTS_ASYNC_LAZYWRITE 0x1
#endif
#ifndef CC_AGGRESSIVE_UNMAP_BEHIND
#define CC_AGGRESSIVE_UNMAP_BEHIND 0x1
#endif
#ifndef CC_DISABLE_DIRTY_PAGE_TRACKING
#define CC_DISABLE_DIRTY_PAGE_TRACKING 0x8
#endif
#ifndef CC_DISABLE_READ_AHEAD
#define CC_DISABLE_READ_AHEAD 0x2
#endif
#ifndef CC_DISABLE_UNMAP_BEHIND
#define CC_DISABLE_UNMAP_BEHIND 0x20
#endif
#ifndef CC_DISABLE_WRITE_BEHIND
#define CC_DISABLE_WRITE_BEHIND 0x4
#endif
#ifndef CC_ENABLE_CPU_CACHE
#define CC_ENABLE_CPU_CACHE 0x10000000
#endif
#ifndef CC_ENABLE_DISK_IO_ACCOUNTING
#define CC_ENABLE_DISK_IO_ACCOUNTING 0x10
#endif
#ifndef CC_FLUSH_AND_PURGE_GATHER_DIRTY_BITS
#define CC_FLUSH_AND_PURGE_GATHER_DIRTY_BITS 0x2
#endif
#ifndef CC_FLUSH_AND_PURGE_NO_PURGE
#define CC_FLUSH_AND_PURGE_NO_PURGE 0x1
#endif
#ifndef CC_FLUSH_AND_PURGE_WRITEABLE_VIEWS_NOTSEEN
#define CC_FLUSH_AND_PURGE_WRITEABLE_VIEWS_NOTSEEN 0x4
#endif
#ifndef CHECKSUM_TYPE_CRC32
#define CHECKSUM_TYPE_CRC32 0x1
#endif
#ifndef CHECKSUM_TYPE_CRC64
#define CHECKSUM_TYPE_CRC64 0x2
#endif
#ifndef CHECKSUM_TYPE_ECC
#define CHECKSUM_TYPE_ECC 0x3
#endif
#ifndef CHECKSUM_TYPE_FIRST_UNUSED_TYPE
#define CHECKSUM_TYPE_FIRST_UNUSED_TYPE 0x4
#endif
#ifndef CHECKSUM_TYPE_NONE
#define CHECKSUM_TYPE_NONE 0x0
#endif
#ifndef CHECKSUM_TYPE_UNCHANGED
#define CHECKSUM_TYPE_UNCHANGED ((LONG)0xFFFFFFFF)
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTES_INFORMATION_VERSION
#define CLAIM_SECURITY_ATTRIBUTES_INFORMATION_VERSION 0x1
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTES_INFORMATION_VERSION_V1
#define CLAIM_SECURITY_ATTRIBUTES_INFORMATION_VERSION_V1 0x1
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_CUSTOM_FLAGS
#define CLAIM_SECURITY_ATTRIBUTE_CUSTOM_FLAGS 0xFFFF0000
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_DISABLED
#define CLAIM_SECURITY_ATTRIBUTE_DISABLED 0x10
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_DISABLED_BY_DEFAULT
#define CLAIM_SECURITY_ATTRIBUTE_DISABLED_BY_DEFAULT 0x8
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_MANDATORY
#define CLAIM_SECURITY_ATTRIBUTE_MANDATORY 0x20
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_NON_INHERITABLE
#define CLAIM_SECURITY_ATTRIBUTE_NON_INHERITABLE 0x1
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_TYPE_BOOLEAN
#define CLAIM_SECURITY_ATTRIBUTE_TYPE_BOOLEAN 0x6
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_TYPE_FQBN
#define CLAIM_SECURITY_ATTRIBUTE_TYPE_FQBN 0x4
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_TYPE_INT64
#define CLAIM_SECURITY_ATTRIBUTE_TYPE_INT64 0x1
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_TYPE_INVALID
#define CLAIM_SECURITY_ATTRIBUTE_TYPE_INVALID 0x0
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_TYPE_OCTET_STRING
#define CLAIM_SECURITY_ATTRIBUTE_TYPE_OCTET_STRING 0x10
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_TYPE_SID
#define CLAIM_SECURITY_ATTRIBUTE_TYPE_SID 0x5
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_TYPE_STRING
#define CLAIM_SECURITY_ATTRIBUTE_TYPE_STRING 0x3
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_TYPE_UINT64
#define CLAIM_SECURITY_ATTRIBUTE_TYPE_UINT64 0x2
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_USE_FOR_DENY_ONLY
#define CLAIM_SECURITY_ATTRIBUTE_USE_FOR_DENY_ONLY 0x4
#endif
#ifndef CLAIM_SECURITY_ATTRIBUTE_VALUE_CASE_SENSITIVE
#define CLAIM_SECURITY_ATTRIBUTE_VALUE_CASE_SENSITIVE 0x2
#endif
#ifndef CLFS_FLAG_FILTER_INTERMEDIATE_LEVEL
#define CLFS_FLAG_FILTER_INTERMEDIATE_LEVEL 0x10
#endif
#ifndef CLFS_FLAG_FILTER_TOP_LEVEL
#define CLFS_FLAG_FILTER_TOP_LEVEL 0x20
#endif
#ifndef CLFS_FLAG_FORCE_APPEND
#define CLFS_FLAG_FORCE_APPEND 0x1
#endif
#ifndef CLFS_FLAG_FORCE_FLUSH
#define CLFS_FLAG_FORCE_FLUSH 0x2
#endif
#ifndef CLFS_FLAG_HIDDEN_SYSTEM_LOG
#define CLFS_FLAG_HIDDEN_SYSTEM_LOG 0x200
#endif
#ifndef CLFS_FLAG_IGNORE_SHARE_ACCESS
#define CLFS_FLAG_IGNORE_SHARE_ACCESS 0x40
#endif
#ifndef CLFS_FLAG_MINIFILTER_LEVEL
#define CLFS_FLAG_MINIFILTER_LEVEL 0x100
#endif
#ifndef CLFS_FLAG_NON_REENTRANT_FILTER
#define CLFS_FLAG_NON_REENTRANT_FILTER 0x10
#endif
#ifndef CLFS_FLAG_NO_FLAGS
#define CLFS_FLAG_NO_FLAGS 0x0
#endif
#ifndef CLFS_FLAG_READ_IN_PROGRESS
#define CLFS_FLAG_READ_IN_PROGRESS 0x80
#endif
#ifndef CLFS_FLAG_REENTRANT_FILE_SYSTEM
#define CLFS_FLAG_REENTRANT_FILE_SYSTEM 0x8
#endif
#ifndef CLFS_FLAG_REENTRANT_FILTER
#define CLFS_FLAG_REENTRANT_FILTER 0x20
#endif
#ifndef CLFS_FLAG_USE_RESERVATION
#define CLFS_FLAG_USE_RESERVATION 0x4
#endif
#ifndef CLFS_LOG_SIZE_MAXIMUM
#define CLFS_LOG_SIZE_MAXIMUM ((LONG)0xFFFFFFFF)
#endif
#ifndef CLFS_LOG_SIZE_MINIMUM
#define CLFS_LOG_SIZE_MINIMUM 0x0
#endif
#ifndef CLFS_MARSHALLING_FLAG_DISABLE_BUFF_INIT
#define CLFS_MARSHALLING_FLAG_DISABLE_BUFF_INIT 0x1
#endif
#ifndef CLFS_MARSHALLING_FLAG_NONE
#define CLFS_MARSHALLING_FLAG_NONE 0x0
#endif
#ifndef CLFS_MAX_CONTAINER_INFO
#define CLFS_MAX_CONTAINER_INFO 0x100
#endif
#ifndef CLFS_MGMT_CLIENT_REGISTRATION_VERSION
#define CLFS_MGMT_CLIENT_REGISTRATION_VERSION 0x1
#endif
#ifndef CLFS_MGMT_NUM_POLICIES
#define CLFS_MGMT_NUM_POLICIES 0xA
#endif
#ifndef CLFS_MGMT_POLICY_VERSION
#define CLFS_MGMT_POLICY_VERSION 0x1
#endif
#ifndef CLFS_SCAN_BACKWARD
#define CLFS_SCAN_BACKWARD 0x4
#endif
#ifndef CLFS_SCAN_BUFFERED
#define CLFS_SCAN_BUFFERED 0x20
#endif
#ifndef CLFS_SCAN_CLOSE
#define CLFS_SCAN_CLOSE 0x8
#endif
#ifndef CLFS_SCAN_FORWARD
#define CLFS_SCAN_FORWARD 0x2
#endif
#ifndef CLFS_SCAN_INIT
#define CLFS_SCAN_INIT 0x1
#endif
#ifndef CLFS_SCAN_INITIALIZED
#define CLFS_SCAN_INITIALIZED 0x10
#endif
#ifndef CLOCK1_LEVEL
#define CLOCK1_LEVEL 0x1C
#endif
#ifndef CLOCK2_LEVEL
#define CLOCK2_LEVEL 0x1C
#endif
#ifndef CM_RESOURCE_CONNECTION_CLASS_FUNCTION_CONFIG
#define CM_RESOURCE_CONNECTION_CLASS_FUNCTION_CONFIG 0x3
#endif
#ifndef CM_RESOURCE_CONNECTION_CLASS_GPIO
#define CM_RESOURCE_CONNECTION_CLASS_GPIO 0x1
#endif
#ifndef CM_RESOURCE_CONNECTION_CLASS_SERIAL
#define CM_RESOURCE_CONNECTION_CLASS_SERIAL 0x2
#endif
#ifndef CM_RESOURCE_CONNECTION_TYPE_FUNCTION_CONFIG
#define CM_RESOURCE_CONNECTION_TYPE_FUNCTION_CONFIG 0x1
#endif
#ifndef CM_RESOURCE_CONNECTION_TYPE_GPIO_IO
#define CM_RESOURCE_CONNECTION_TYPE_GPIO_IO 0x2
#endif
#ifndef CM_RESOURCE_CONNECTION_TYPE_SERIAL_I2C
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_I2C 0x1
#endif
#ifndef CM_RESOURCE_CONNECTION_TYPE_SERIAL_SPI
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_SPI 0x2
#endif
#ifndef CM_RESOURCE_CONNECTION_TYPE_SERIAL_UART
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_UART 0x3
#endif
#ifndef CM_RESOURCE_DMA_16
#define CM_RESOURCE_DMA_16 0x1
#endif
#ifndef CM_RESOURCE_DMA_32
#define CM_RESOURCE_DMA_32 0x2
#endif
#ifndef CM_RESOURCE_DMA_8
#define CM_RESOURCE_DMA_8 0x0
#endif
#ifndef CM_RESOURCE_DMA_8_AND_16
#define CM_RESOURCE_DMA_8_AND_16 0x4
#endif
#ifndef CM_RESOURCE_DMA_BUS_MASTER
#define CM_RESOURCE_DMA_BUS_MASTER 0x8
#endif
#ifndef CM_RESOURCE_DMA_TYPE_A
#define CM_RESOURCE_DMA_TYPE_A 0x10
#endif
#ifndef CM_RESOURCE_DMA_TYPE_B
#define CM_RESOURCE_DMA_TYPE_B 0x20
#endif
#ifndef CM_RESOURCE_DMA_TYPE_F
#define CM_RESOURCE_DMA_TYPE_F 0x40
#endif
#ifndef CM_RESOURCE_DMA_V3
#define CM_RESOURCE_DMA_V3 0x80
#endif
#ifndef CM_RESOURCE_INTERRUPT_LATCHED
#define CM_RESOURCE_INTERRUPT_LATCHED 0x1
#endif
#ifndef CM_RESOURCE_INTERRUPT_LEVEL_LATCHED_BITS
#define CM_RESOURCE_INTERRUPT_LEVEL_LATCHED_BITS 0x1
#endif
#ifndef CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE
#define CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE 0x0
#endif
#ifndef CM_RESOURCE_INTERRUPT_MESSAGE
#define CM_RESOURCE_INTERRUPT_MESSAGE 0x2
#endif
#ifndef CM_RESOURCE_INTERRUPT_MESSAGE_TOKEN
#define CM_RESOURCE_INTERRUPT_MESSAGE_TOKEN 0xFFFFFFFE
#endif
#ifndef CM_RESOURCE_INTERRUPT_SECONDARY_INTERRUPT
#define CM_RESOURCE_INTERRUPT_SECONDARY_INTERRUPT 0x10
#endif
#ifndef CM_RESOURCE_INTERRUPT_WAKE_HINT
#define CM_RESOURCE_INTERRUPT_WAKE_HINT 0x20
#endif
#ifndef CM_RESOURCE_MEMORY_24
#define CM_RESOURCE_MEMORY_24 0x10
#endif
#ifndef CM_RESOURCE_MEMORY_BAR
#define CM_RESOURCE_MEMORY_BAR 0x80
#endif
#ifndef CM_RESOURCE_MEMORY_CACHEABLE
#define CM_RESOURCE_MEMORY_CACHEABLE 0x20
#endif
#ifndef CM_RESOURCE_MEMORY_COMBINEDWRITE
#define CM_RESOURCE_MEMORY_COMBINEDWRITE 0x8
#endif
#ifndef CM_RESOURCE_MEMORY_COMPAT_FOR_INACCESSIBLE_RANGE
#define CM_RESOURCE_MEMORY_COMPAT_FOR_INACCESSIBLE_RANGE 0x100
#endif
#ifndef CM_RESOURCE_MEMORY_LARGE
#define CM_RESOURCE_MEMORY_LARGE 0xE00
#endif
#ifndef CM_RESOURCE_MEMORY_LARGE_40
#define CM_RESOURCE_MEMORY_LARGE_40 0x200
#endif
#ifndef CM_RESOURCE_MEMORY_LARGE_40_MAXLEN
#define CM_RESOURCE_MEMORY_LARGE_40_MAXLEN 0x000000FFFFFFFF00ULL
#endif
#ifndef CM_RESOURCE_MEMORY_LARGE_48
#define CM_RESOURCE_MEMORY_LARGE_48 0x400
#endif
#ifndef CM_RESOURCE_MEMORY_LARGE_48_MAXLEN
#define CM_RESOURCE_MEMORY_LARGE_48_MAXLEN 0x0000FFFFFFFF0000ULL
#endif
#ifndef CM_RESOURCE_MEMORY_LARGE_64
#define CM_RESOURCE_MEMORY_LARGE_64 0x800
#endif
#ifndef CM_RESOURCE_MEMORY_LARGE_64_MAXLEN
#define CM_RESOURCE_MEMORY_LARGE_64_MAXLEN ((LONGLONG)0xFFFFFFFF00000000ULL)
#endif
#ifndef CM_RESOURCE_MEMORY_PREFETCHABLE
#define CM_RESOURCE_MEMORY_PREFETCHABLE 0x4
#endif
#ifndef CM_RESOURCE_MEMORY_READ_ONLY
#define CM_RESOURCE_MEMORY_READ_ONLY 0x1
#endif
#ifndef CM_RESOURCE_MEMORY_READ_WRITE
#define CM_RESOURCE_MEMORY_READ_WRITE 0x0
#endif
#ifndef CM_RESOURCE_MEMORY_WINDOW_DECODE
#define CM_RESOURCE_MEMORY_WINDOW_DECODE 0x40
#endif
#ifndef CM_RESOURCE_MEMORY_WRITEABILITY_MASK
#define CM_RESOURCE_MEMORY_WRITEABILITY_MASK 0x3
#endif
#ifndef CM_RESOURCE_MEMORY_WRITE_ONLY
#define CM_RESOURCE_MEMORY_WRITE_ONLY 0x2
#endif
#ifndef CM_RESOURCE_PORT_10_BIT_DECODE
#define CM_RESOURCE_PORT_10_BIT_DECODE 0x4
#endif
#ifndef CM_RESOURCE_PORT_12_BIT_DECODE
#define CM_RESOURCE_PORT_12_BIT_DECODE 0x8
#endif
#ifndef CM_RESOURCE_PORT_16_BIT_DECODE
#define CM_RESOURCE_PORT_16_BIT_DECODE 0x10
#endif
#ifndef CM_RESOURCE_PORT_BAR
#define CM_RESOURCE_PORT_BAR 0x100
#endif
#ifndef CM_RESOURCE_PORT_IO
#define CM_RESOURCE_PORT_IO 0x1
#endif
#ifndef CM_RESOURCE_PORT_MEMORY
#define CM_RESOURCE_PORT_MEMORY 0x0
#endif
#ifndef CM_RESOURCE_PORT_PASSIVE_DECODE
#define CM_RESOURCE_PORT_PASSIVE_DECODE 0x40
#endif
#ifndef CM_RESOURCE_PORT_POSITIVE_DECODE
#define CM_RESOURCE_PORT_POSITIVE_DECODE 0x20
#endif
#ifndef CM_RESOURCE_PORT_WINDOW_DECODE
#define CM_RESOURCE_PORT_WINDOW_DECODE 0x80
#endif
#ifndef CM_SERVICE_MEASURED_BOOT_LOAD
#define CM_SERVICE_MEASURED_BOOT_LOAD 0x20
#endif
#ifndef CM_SERVICE_NETWORK_BOOT_LOAD
#define CM_SERVICE_NETWORK_BOOT_LOAD 0x1
#endif
#ifndef CM_SERVICE_RAM_DISK_BOOT_LOAD
#define CM_SERVICE_RAM_DISK_BOOT_LOAD 0x100
#endif
#ifndef CM_SERVICE_SD_DISK_BOOT_LOAD
#define CM_SERVICE_SD_DISK_BOOT_LOAD 0x8
#endif
#ifndef CM_SERVICE_USB3_DISK_BOOT_LOAD
#define CM_SERVICE_USB3_DISK_BOOT_LOAD 0x10
#endif
#ifndef CM_SERVICE_USB_DISK_BOOT_LOAD
#define CM_SERVICE_USB_DISK_BOOT_LOAD 0x4
#endif
#ifndef CM_SERVICE_VALID_PROMOTION_MASK
#define CM_SERVICE_VALID_PROMOTION_MASK 0x7
#endif
#ifndef CM_SERVICE_VERIFIER_BOOT_LOAD
#define CM_SERVICE_VERIFIER_BOOT_LOAD 0x40
#endif
#ifndef CM_SERVICE_VIRTUAL_DISK_BOOT_LOAD
#define CM_SERVICE_VIRTUAL_DISK_BOOT_LOAD 0x2
#endif
#ifndef CM_SERVICE_WINPE_BOOT_LOAD
#define CM_SERVICE_WINPE_BOOT_LOAD 0x80
#endif
#ifndef COMPRESSION_ENGINE_HIBER
#define COMPRESSION_ENGINE_HIBER 0x200
#endif
#ifndef COMPRESSION_ENGINE_MASK
#define COMPRESSION_ENGINE_MASK 0xFF00
#endif
#ifndef COMPRESSION_ENGINE_MAX
#define COMPRESSION_ENGINE_MAX 0x200
#endif
#ifndef COMPRESSION_ENGINE_MAXIMUM
#define COMPRESSION_ENGINE_MAXIMUM 0x100
#endif
#ifndef COMPRESSION_ENGINE_STANDARD
#define COMPRESSION_ENGINE_STANDARD 0x0
#endif
#ifndef COMPRESSION_FORMAT_DEFAULT
#define COMPRESSION_FORMAT_DEFAULT 0x1
#endif
#ifndef COMPRESSION_FORMAT_DEFLATE
#define COMPRESSION_FORMAT_DEFLATE 0x7
#endif
#ifndef COMPRESSION_FORMAT_ENGINE_MASK
#define COMPRESSION_FORMAT_ENGINE_MASK 0xFFFF
#endif
#ifndef COMPRESSION_FORMAT_LZ4
#define COMPRESSION_FORMAT_LZ4 0x6
#endif
#ifndef COMPRESSION_FORMAT_LZNT1
#define COMPRESSION_FORMAT_LZNT1 0x2
#endif
#ifndef COMPRESSION_FORMAT_MASK
#define COMPRESSION_FORMAT_MASK 0xFF
#endif
#ifndef COMPRESSION_FORMAT_MAX
#define COMPRESSION_FORMAT_MAX 0x8
#endif
#ifndef COMPRESSION_FORMAT_NONE
#define COMPRESSION_FORMAT_NONE 0x0
#endif
#ifndef COMPRESSION_FORMAT_SPARSE
#define COMPRESSION_FORMAT_SPARSE 0x4000
#endif
#ifndef COMPRESSION_FORMAT_XP10
#define COMPRESSION_FORMAT_XP10 0x5
#endif
#ifndef COMPRESSION_FORMAT_XPRESS
#define COMPRESSION_FORMAT_XPRESS 0x3
#endif
#ifndef COMPRESSION_FORMAT_XPRESS_HUFF
#define COMPRESSION_FORMAT_XPRESS_HUFF 0x4
#endif
#ifndef COMPRESSION_FORMAT_ZLIB
#define COMPRESSION_FORMAT_ZLIB 0x8
#endif
#ifndef CONNECT_CURRENT_VERSION
#define CONNECT_CURRENT_VERSION 0x5
#endif
#ifndef CONNECT_FULLY_SPECIFIED
#define CONNECT_FULLY_SPECIFIED 0x1
#endif
#ifndef CONNECT_FULLY_SPECIFIED_GROUP
#define CONNECT_FULLY_SPECIFIED_GROUP 0x4
#endif
#ifndef CONNECT_LINE_BASED
#define CONNECT_LINE_BASED 0x2
#endif
#ifndef CONNECT_MESSAGE_BASED
#define CONNECT_MESSAGE_BASED 0x3
#endif
#ifndef CONNECT_MESSAGE_BASED_PASSIVE
#define CONNECT_MESSAGE_BASED_PASSIVE 0x5
#endif
#ifndef CONTAINER_INHERIT_ACE
#define CONTAINER_INHERIT_ACE 0x2
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_BIND_DO_NOT_MAP_NAME
#define CONTAINER_ROOT_INFO_FLAG_BIND_DO_NOT_MAP_NAME 0x100
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_BIND_EXCEPTION_ROOT
#define CONTAINER_ROOT_INFO_FLAG_BIND_EXCEPTION_ROOT 0x80
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_BIND_ROOT
#define CONTAINER_ROOT_INFO_FLAG_BIND_ROOT 0x20
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_BIND_TARGET_ROOT
#define CONTAINER_ROOT_INFO_FLAG_BIND_TARGET_ROOT 0x40
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_LAYER_ROOT
#define CONTAINER_ROOT_INFO_FLAG_LAYER_ROOT 0x2
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_SCRATCH_ROOT
#define CONTAINER_ROOT_INFO_FLAG_SCRATCH_ROOT 0x1
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_UNION_LAYER_ROOT
#define CONTAINER_ROOT_INFO_FLAG_UNION_LAYER_ROOT 0x200
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_VIRTUALIZATION_EXCEPTION_ROOT
#define CONTAINER_ROOT_INFO_FLAG_VIRTUALIZATION_EXCEPTION_ROOT 0x10
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_VIRTUALIZATION_ROOT
#define CONTAINER_ROOT_INFO_FLAG_VIRTUALIZATION_ROOT 0x4
#endif
#ifndef CONTAINER_ROOT_INFO_FLAG_VIRTUALIZATION_TARGET_ROOT
#define CONTAINER_ROOT_INFO_FLAG_VIRTUALIZATION_TARGET_ROOT 0x8
#endif
#ifndef CONTAINER_ROOT_INFO_VALID_FLAGS
#define CONTAINER_ROOT_INFO_VALID_FLAGS 0x3FF
#endif
#ifndef CONTAINER_VOLUME_STATE_HOSTING_CONTAINER
#define CONTAINER_VOLUME_STATE_HOSTING_CONTAINER 0x1
#endif
#ifndef CONTEXT_ALIGN
#define CONTEXT_ALIGN 0x10
#endif
#ifndef CONTEXT_ALL
#define CONTEXT_ALL 0x0010001F
#endif
#ifndef CONTEXT_AMD64
#define CONTEXT_AMD64 0x00100000
#endif
#ifndef CONTEXT_AMD64_ALL
#define CONTEXT_AMD64_ALL 0x0010001F
#endif
#ifndef CONTEXT_AMD64_CONTROL
#define CONTEXT_AMD64_CONTROL 0x00100001
#endif
#ifndef CONTEXT_AMD64_DEBUG_REGISTERS
#define CONTEXT_AMD64_DEBUG_REGISTERS 0x00100010
#endif
#ifndef CONTEXT_AMD64_FLOATING_POINT
#define CONTEXT_AMD64_FLOATING_POINT 0x00100008
#endif
#ifndef CONTEXT_AMD64_FULL
#define CONTEXT_AMD64_FULL 0x0010000B
#endif
#ifndef CONTEXT_AMD64_INTEGER
#define CONTEXT_AMD64_INTEGER 0x00100002
#endif
#ifndef CONTEXT_AMD64_SEGMENTS
#define CONTEXT_AMD64_SEGMENTS 0x00100004
#endif
#ifndef CONTEXT_AMD64_XSTATE
#define CONTEXT_AMD64_XSTATE 0x00100040
#endif
#ifndef CONTEXT_ARM
#define CONTEXT_ARM 0x00200000
#endif
#ifndef CONTEXT_ARM64
#define CONTEXT_ARM64 0x00400000
#endif
#ifndef CONTEXT_ARM64_ALL
#define CONTEXT_ARM64_ALL 0x0040001F
#endif
#ifndef CONTEXT_ARM64_CONTROL
#define CONTEXT_ARM64_CONTROL 0x00400001
#endif
#ifndef CONTEXT_ARM64_DEBUG_REGISTERS
#define CONTEXT_ARM64_DEBUG_REGISTERS 0x00400008
#endif
#ifndef CONTEXT_ARM64_FLOATING_POINT
#define CONTEXT_ARM64_FLOATING_POINT 0x00400004
#endif
#ifndef CONTEXT_ARM64_FULL
#define CONTEXT_ARM64_FULL 0x00400007
#endif
#ifndef CONTEXT_ARM64_INTEGER
#define CONTEXT_ARM64_INTEGER 0x00400002
#endif
#ifndef CONTEXT_ARM64_RET_TO_GUEST
#define CONTEXT_ARM64_RET_TO_GUEST 0x04000000
#endif
#ifndef CONTEXT_ARM64_UNWOUND_TO_CALL
#define CONTEXT_ARM64_UNWOUND_TO_CALL 0x20000000
#endif
#ifndef CONTEXT_ARM64_X18
#define CONTEXT_ARM64_X18 0x00400010
#endif
#ifndef CONTEXT_ARM_ALL
#define CONTEXT_ARM_ALL 0x0020000F
#endif
#ifndef CONTEXT_ARM_CONTROL
#define CONTEXT_ARM_CONTROL 0x00200001
#endif
#ifndef CONTEXT_ARM_DEBUG_REGISTERS
#define CONTEXT_ARM_DEBUG_REGISTERS 0x00200008
#endif
#ifndef CONTEXT_ARM_FLOATING_POINT
#define CONTEXT_ARM_FLOATING_POINT 0x00200004
#endif
#ifndef CONTEXT_ARM_FULL
#define CONTEXT_ARM_FULL 0x00200003
#endif
#ifndef CONTEXT_ARM_INTEGER
#define CONTEXT_ARM_INTEGER 0x00200002
#endif
#ifndef CONTEXT_CONTROL
#define CONTEXT_CONTROL 0x00100001
#endif
#ifndef CONTEXT_DEBUG_REGISTERS
#define CONTEXT_DEBUG_REGISTERS 0x00100010
#endif
#ifndef CONTEXT_EXCEPTION_ACTIVE
#define CONTEXT_EXCEPTION_ACTIVE 0x08000000
#endif
#ifndef CONTEXT_EXCEPTION_REPORTING
#define CONTEXT_EXCEPTION_REPORTING ((LONG)0x80000000)
#endif
#ifndef CONTEXT_EXCEPTION_REQUEST
#define CONTEXT_EXCEPTION_REQUEST 0x40000000
#endif
#ifndef CONTEXT_EX_LENGTH
#define CONTEXT_EX_LENGTH 0x20
#endif
#ifndef CONTEXT_EX_PADDING
#define CONTEXT_EX_PADDING 0x10
#endif
#ifndef CONTEXT_FLOATING_POINT
#define CONTEXT_FLOATING_POINT 0x00100008
#endif
#ifndef CONTEXT_FRAME_LENGTH
#define CONTEXT_FRAME_LENGTH 0x4D0
#endif
#ifndef CONTEXT_FULL
#define CONTEXT_FULL 0x0010000B
#endif
#ifndef CONTEXT_I386_ALL
#define CONTEXT_I386_ALL 0x0001003F
#endif
#ifndef CONTEXT_I386_CONTROL
#define CONTEXT_I386_CONTROL 0x00010001
#endif
#ifndef CONTEXT_I386_DEBUG_REGISTERS
#define CONTEXT_I386_DEBUG_REGISTERS 0x00010010
#endif
#ifndef CONTEXT_I386_EXTENDED_REGISTERS
#define CONTEXT_I386_EXTENDED_REGISTERS 0x00010020
#endif
#ifndef CONTEXT_I386_FLOATING_POINT
#define CONTEXT_I386_FLOATING_POINT 0x00010008
#endif
#ifndef CONTEXT_I386_FULL
#define CONTEXT_I386_FULL 0x00010007
#endif
#ifndef CONTEXT_I386_INTEGER
#define CONTEXT_I386_INTEGER 0x00010002
#endif
#ifndef CONTEXT_I386_SEGMENTS
#define CONTEXT_I386_SEGMENTS 0x00010004
#endif
#ifndef CONTEXT_I386_XSTATE
#define CONTEXT_I386_XSTATE 0x00010040
#endif
#ifndef CONTEXT_INTEGER
#define CONTEXT_INTEGER 0x00100002
#endif
#ifndef CONTEXT_KERNEL_DEBUGGER
#define CONTEXT_KERNEL_DEBUGGER 0x04000000
#endif
#ifndef CONTEXT_RET_TO_GUEST
#define CONTEXT_RET_TO_GUEST 0x04000000
#endif
#ifndef CONTEXT_SEGMENTS
#define CONTEXT_SEGMENTS 0x00100004
#endif
#ifndef CONTEXT_SERVICE_ACTIVE
#define CONTEXT_SERVICE_ACTIVE 0x10000000
#endif
#ifndef CONTEXT_UNWOUND_TO_CALL
#define CONTEXT_UNWOUND_TO_CALL 0x20000000
#endif
#ifndef CONTEXT_XSTATE
#define CONTEXT_XSTATE 0x00100040
#endif
#ifndef CONTEXT_i386
#define CONTEXT_i386 0x00010000
#endif
#ifndef CONTEXT_i486
#define CONTEXT_i486 0x00010000
#endif
#ifndef COPYFILE_SIS_FLAGS
#define COPYFILE_SIS_FLAGS 0x3
#endif
#ifndef COPYFILE_SIS_LINK
#define COPYFILE_SIS_LINK 0x1
#endif
#ifndef COPYFILE_SIS_REPLACE
#define COPYFILE_SIS_REPLACE 0x2
#endif
#ifndef CORE_PARKING_POLICY_CHANGE_IDEAL
#define CORE_PARKING_POLICY_CHANGE_IDEAL 0x0
#endif
#ifndef CORE_PARKING_POLICY_CHANGE_MAX
#define CORE_PARKING_POLICY_CHANGE_MAX 0x3
#endif
#ifndef CORE_PARKING_POLICY_CHANGE_MULTISTEP
#define CORE_PARKING_POLICY_CHANGE_MULTISTEP 0x3
#endif
#ifndef CORE_PARKING_POLICY_CHANGE_ROCKET
#define CORE_PARKING_POLICY_CHANGE_ROCKET 0x2
#endif
#ifndef CORE_PARKING_POLICY_CHANGE_SINGLE
#define CORE_PARKING_POLICY_CHANGE_SINGLE 0x1
#endif
#ifndef CP_GET_ERROR
#define CP_GET_ERROR 0x2
#endif
#ifndef CP_GET_NODATA
#define CP_GET_NODATA 0x1
#endif
#ifndef CP_GET_SUCCESS
#define CP_GET_SUCCESS 0x0
#endif
#ifndef CP15_PCR_RESERVED_MASK
#define CP15_PCR_RESERVED_MASK 0xFFF
#endif
#ifndef CREATE_REDIRECTION_FLAGS_SERVICED_FROM_LAYER
#define CREATE_REDIRECTION_FLAGS_SERVICED_FROM_LAYER 0x1
#endif
#ifndef CREATE_REDIRECTION_FLAGS_SERVICED_FROM_REGISTERED_LAYER
#define CREATE_REDIRECTION_FLAGS_SERVICED_FROM_REGISTERED_LAYER 0x4
#endif
#ifndef CREATE_REDIRECTION_FLAGS_SERVICED_FROM_REMOTE_LAYER
#define CREATE_REDIRECTION_FLAGS_SERVICED_FROM_REMOTE_LAYER 0x8
#endif
#ifndef CREATE_REDIRECTION_FLAGS_SERVICED_FROM_SCRATCH
#define CREATE_REDIRECTION_FLAGS_SERVICED_FROM_SCRATCH 0x2
#endif
#ifndef CREATE_REDIRECTION_FLAGS_SERVICED_FROM_USER_MODE
#define CREATE_REDIRECTION_FLAGS_SERVICED_FROM_USER_MODE 0x10
#endif
#ifndef CRITICAL_ACE_FLAG
#define CRITICAL_ACE_FLAG 0x20
#endif
#ifndef CSV_INVALID_DEVICE_NUMBER
#define CSV_INVALID_DEVICE_NUMBER 0xFFFFFFFF
#endif
#ifndef CSV_MGMTLOCK_CHECK_VOLUME_REDIRECTED
#define CSV_MGMTLOCK_CHECK_VOLUME_REDIRECTED 0x1
#endif
#ifndef CSV_NAMESPACE_INFO_V1
#define CSV_NAMESPACE_INFO_V1 0x18
#endif
#ifndef CSV_QUERY_MDS_PATH_FLAG_CSV_DIRECT_IO_ENABLED
#define CSV_QUERY_MDS_PATH_FLAG_CSV_DIRECT_IO_ENABLED 0x2
#endif
#ifndef CSV_QUERY_MDS_PATH_FLAG_SMB_BYPASS_CSV_ENABLED
#define CSV_QUERY_MDS_PATH_FLAG_SMB_BYPASS_CSV_ENABLED 0x4
#endif
#ifndef CSV_QUERY_MDS_PATH_FLAG_STORAGE_ON_THIS_NODE_IS_CONNECTED
#define CSV_QUERY_MDS_PATH_FLAG_STORAGE_ON_THIS_NODE_IS_CONNECTED 0x1
#endif
#ifndef CSV_QUERY_MDS_PATH_V2_VERSION_1
#define CSV_QUERY_MDS_PATH_V2_VERSION_1 0x1
#endif
#ifndef CSV_SET_HANDLE_PROPERTIES_ECP_CONTEXT_FLAGS_VALID_ONLY_IF_CSV_COORDINATOR
#define CSV_SET_HANDLE_PROPERTIES_ECP_CONTEXT_FLAGS_VALID_ONLY_IF_CSV_COORDINATOR 0x1
#endif
#ifndef CTMF_INCLUDE_APPCONTAINER
#define CTMF_INCLUDE_APPCONTAINER 0x1
#endif
#ifndef CTMF_INCLUDE_LPAC
#define CTMF_INCLUDE_LPAC 0x2
#endif
#ifndef D3COLD_SUPPORT_INTERFACE_VERSION
#define D3COLD_SUPPORT_INTERFACE_VERSION 0x1
#endif
#ifndef DACL_SECURITY_INFORMATION
#define DACL_SECURITY_INFORMATION 0x4
#endif
#ifndef DAX_ALLOC_ALIGNMENT_FLAG_FALLBACK_SPECIFIED
#define DAX_ALLOC_ALIGNMENT_FLAG_FALLBACK_SPECIFIED 0x2
#endif
#ifndef DAX_ALLOC_ALIGNMENT_FLAG_MANDATORY
#define DAX_ALLOC_ALIGNMENT_FLAG_MANDATORY 0x1
#endif
#ifndef DBG_DEVICE_FLAG_BARS_MAPPED
#define DBG_DEVICE_FLAG_BARS_MAPPED 0x2
#endif
#ifndef DBG_DEVICE_FLAG_HAL_SCRATCH_ALLOCATED
#define DBG_DEVICE_FLAG_HAL_SCRATCH_ALLOCATED 0x1
#endif
#ifndef DBG_DEVICE_FLAG_HOST_VISIBLE_ALLOCATED
#define DBG_DEVICE_FLAG_HOST_VISIBLE_ALLOCATED 0x20
#endif
#ifndef DBG_DEVICE_FLAG_SCRATCH_ALLOCATED
#define DBG_DEVICE_FLAG_SCRATCH_ALLOCATED 0x4
#endif
#ifndef DBG_DEVICE_FLAG_SYNTHETIC
#define DBG_DEVICE_FLAG_SYNTHETIC 0x10
#endif
#ifndef DBG_DEVICE_FLAG_UNCACHED_MEMORY
#define DBG_DEVICE_FLAG_UNCACHED_MEMORY 0x8
#endif
#ifndef DBG_STATUS_BUGCHECK_FIRST
#define DBG_STATUS_BUGCHECK_FIRST 0x3
#endif
#ifndef DBG_STATUS_BUGCHECK_SECOND
#define DBG_STATUS_BUGCHECK_SECOND 0x4
#endif
#ifndef DBG_STATUS_CONTROL_C
#define DBG_STATUS_CONTROL_C 0x1
#endif
#ifndef DBG_STATUS_DEBUG_CONTROL
#define DBG_STATUS_DEBUG_CONTROL 0x6
#endif
#ifndef DBG_STATUS_FATAL
#define DBG_STATUS_FATAL 0x5
#endif
#ifndef DBG_STATUS_SYSRQ
#define DBG_STATUS_SYSRQ 0x2
#endif
#ifndef DBG_STATUS_WORKER
#define DBG_STATUS_WORKER 0x7
#endif
#ifndef DEFAULT_IMPERSONATION_LEVEL
#define DEFAULT_IMPERSONATION_LEVEL 0x2
#endif
#ifndef DEVICE_DESCRIPTION_VERSION
#define DEVICE_DESCRIPTION_VERSION 0x0
#endif
#ifndef DEVICE_DESCRIPTION_VERSION1
#define DEVICE_DESCRIPTION_VERSION1 0x1
#endif
#ifndef DEVICE_DESCRIPTION_VERSION2
#define DEVICE_DESCRIPTION_VERSION2 0x2
#endif
#ifndef DEVICE_DESCRIPTION_VERSION3
#define DEVICE_DESCRIPTION_VERSION3 0x3
#endif
#ifndef DEVICE_INTERFACE_INCLUDE_NONACTIVE
#define DEVICE_INTERFACE_INCLUDE_NONACTIVE 0x1
#endif
#ifndef DEVICE_RESET_INTERFACE_VERSION
#define DEVICE_RESET_INTERFACE_VERSION 0x1
#endif
#ifndef DEVICE_RESET_INTERFACE_VERSION_1
#define DEVICE_RESET_INTERFACE_VERSION_1 0x1
#endif
#ifndef DEVICE_RESET_INTERFACE_VERSION_2
#define DEVICE_RESET_INTERFACE_VERSION_2 0x2
#endif
#ifndef DEVICE_RESET_INTERFACE_VERSION_3
#define DEVICE_RESET_INTERFACE_VERSION_3 0x3
#endif
#ifndef DEVICE_RESET_KEEP_STACK
#define DEVICE_RESET_KEEP_STACK 0x4
#endif
#ifndef DEVICE_RESET_RESERVED_0
#define DEVICE_RESET_RESERVED_0 0x1
#endif
#ifndef DEVICE_RESET_RESERVED_1
#define DEVICE_RESET_RESERVED_1 0x2
#endif
#ifndef DIAGNOSTIC_REASON_DETAILED_STRING
#define DIAGNOSTIC_REASON_DETAILED_STRING 0x2
#endif
#ifndef DIAGNOSTIC_REASON_INVALID_FLAGS
#define DIAGNOSTIC_REASON_INVALID_FLAGS 0x7FFFFFFC
#endif
#ifndef DIAGNOSTIC_REASON_NOT_SPECIFIED
#define DIAGNOSTIC_REASON_NOT_SPECIFIED 0x80000000
#endif
#ifndef DIAGNOSTIC_REASON_SIMPLE_STRING
#define DIAGNOSTIC_REASON_SIMPLE_STRING 0x1
#endif
#ifndef DIAGNOSTIC_REASON_VERSION
#define DIAGNOSTIC_REASON_VERSION 0x0
#endif
#ifndef DIRECTORY_ALL_ACCESS
#define DIRECTORY_ALL_ACCESS 0x000F000F
#endif
#ifndef DIRECTORY_CREATE_OBJECT
#define DIRECTORY_CREATE_OBJECT 0x4
#endif
#ifndef DIRECTORY_CREATE_SUBDIRECTORY
#define DIRECTORY_CREATE_SUBDIRECTORY 0x8
#endif
#ifndef DIRECTORY_QUERY
#define DIRECTORY_QUERY 0x1
#endif
#ifndef DIRECTORY_TRAVERSE
#define DIRECTORY_TRAVERSE 0x2
#endif
#ifndef DLL_PROCESS_ATTACH
#define DLL_PROCESS_ATTACH 0x1
#endif
#ifndef DLL_PROCESS_DETACH
#define DLL_PROCESS_DETACH 0x0
#endif
#ifndef DLL_THREAD_ATTACH
#define DLL_THREAD_ATTACH 0x2
#endif
#ifndef DLL_THREAD_DETACH
#define DLL_THREAD_DETACH 0x3
#endif
#ifndef DMA_ADAPTER_INFO_VERSION1
#define DMA_ADAPTER_INFO_VERSION1 0x1
#endif
#ifndef DMA_FAIL_ON_BOUNCE
#define DMA_FAIL_ON_BOUNCE 0x4
#endif
#ifndef DMA_IOMMU_INTERFACE_EX_VERSION
#define DMA_IOMMU_INTERFACE_EX_VERSION 0x1
#endif
#ifndef DMA_IOMMU_INTERFACE_EX_VERSION_1
#define DMA_IOMMU_INTERFACE_EX_VERSION_1 0x1
#endif
#ifndef DMA_IOMMU_INTERFACE_EX_VERSION_2
#define DMA_IOMMU_INTERFACE_EX_VERSION_2 0x2
#endif
#ifndef DMA_IOMMU_INTERFACE_EX_VERSION_MAX
#define DMA_IOMMU_INTERFACE_EX_VERSION_MAX 0x2
#endif
#ifndef DMA_IOMMU_INTERFACE_EX_VERSION_MIN
#define DMA_IOMMU_INTERFACE_EX_VERSION_MIN 0x1
#endif
#ifndef DMA_IOMMU_INTERFACE_VERSION
#define DMA_IOMMU_INTERFACE_VERSION 0x1
#endif
#ifndef DMA_IOMMU_INTERFACE_VERSION_1
#define DMA_IOMMU_INTERFACE_VERSION_1 0x1
#endif
#ifndef DMA_SYNCHRONOUS_CALLBACK
#define DMA_SYNCHRONOUS_CALLBACK 0x1
#endif
#ifndef DMA_TRANSFER_CONTEXT_SIZE_V1
#define DMA_TRANSFER_CONTEXT_SIZE_V1 0x80
#endif
#ifndef DMA_TRANSFER_CONTEXT_VERSION1
#define DMA_TRANSFER_CONTEXT_VERSION1 0x1
#endif
#ifndef DMA_TRANSFER_INFO_VERSION1
#define DMA_TRANSFER_INFO_VERSION1 0x1
#endif
#ifndef DMA_TRANSFER_INFO_VERSION2
#define DMA_TRANSFER_INFO_VERSION2 0x2
#endif
#ifndef DMA_ZERO_BUFFERS
#define DMA_ZERO_BUFFERS 0x2
#endif
#ifndef DMAV3_TRANFER_WIDTH_128
#define DMAV3_TRANFER_WIDTH_128 0x4
#endif
#ifndef DMAV3_TRANFER_WIDTH_16
#define DMAV3_TRANFER_WIDTH_16 0x1
#endif
#ifndef DMAV3_TRANFER_WIDTH_256
#define DMAV3_TRANFER_WIDTH_256 0x5
#endif
#ifndef DMAV3_TRANFER_WIDTH_32
#define DMAV3_TRANFER_WIDTH_32 0x2
#endif
#ifndef DMAV3_TRANFER_WIDTH_64
#define DMAV3_TRANFER_WIDTH_64 0x3
#endif
#ifndef DMAV3_TRANFER_WIDTH_8
#define DMAV3_TRANFER_WIDTH_8 0x0
#endif
#ifndef DO_BOOT_CRITICAL
#define DO_BOOT_CRITICAL 0x20000000
#endif
#ifndef DO_BUFFERED_IO
#define DO_BUFFERED_IO 0x4
#endif
#ifndef DO_BUS_ENUMERATED_DEVICE
#define DO_BUS_ENUMERATED_DEVICE 0x1000
#endif
#ifndef DO_DAX_VOLUME
#define DO_DAX_VOLUME 0x10000000
#endif
#ifndef DO_DEVICE_HAS_NAME
#define DO_DEVICE_HAS_NAME 0x40
#endif
#ifndef DO_DEVICE_INITIALIZING
#define DO_DEVICE_INITIALIZING 0x80
#endif
#ifndef DO_DEVICE_IRP_REQUIRES_EXTENSION
#define DO_DEVICE_IRP_REQUIRES_EXTENSION 0x08000000
#endif
#ifndef DO_DEVICE_TO_BE_RESET
#define DO_DEVICE_TO_BE_RESET 0x04000000
#endif
#ifndef DO_DIRECT_IO
#define DO_DIRECT_IO 0x10
#endif
#ifndef DO_DISALLOW_EXECUTE
#define DO_DISALLOW_EXECUTE 0x00800000
#endif
#ifndef DO_EXCLUSIVE
#define DO_EXCLUSIVE 0x8
#endif
#ifndef DO_FORCE_NEITHER_IO
#define DO_FORCE_NEITHER_IO 0x00080000
#endif
#ifndef DO_LONG_TERM_REQUESTS
#define DO_LONG_TERM_REQUESTS 0x200
#endif
#ifndef DO_LOW_PRIORITY_FILESYSTEM
#define DO_LOW_PRIORITY_FILESYSTEM 0x00010000
#endif
#ifndef DO_MAP_IO_BUFFER
#define DO_MAP_IO_BUFFER 0x20
#endif
#ifndef DO_NEVER_LAST_DEVICE
#define DO_NEVER_LAST_DEVICE 0x400
#endif
#ifndef DO_NOT_PURGE_DIRTY_PAGES
#define DO_NOT_PURGE_DIRTY_PAGES 0x4
#endif
#ifndef DO_NOT_RETRY_PURGE
#define DO_NOT_RETRY_PURGE 0x2
#endif
#ifndef DO_POWER_INRUSH
#define DO_POWER_INRUSH 0x4000
#endif
#ifndef DO_POWER_PAGABLE
#define DO_POWER_PAGABLE 0x2000
#endif
#ifndef DO_SHUTDOWN_REGISTERED
#define DO_SHUTDOWN_REGISTERED 0x800
#endif
#ifndef DO_SUPPORTS_PERSISTENT_ACLS
#define DO_SUPPORTS_PERSISTENT_ACLS 0x00020000
#endif
#ifndef DO_SUPPORTS_TRANSACTIONS
#define DO_SUPPORTS_TRANSACTIONS 0x00040000
#endif
#ifndef DO_SYSTEM_BOOT_PARTITION
#define DO_SYSTEM_BOOT_PARTITION 0x100
#endif
#ifndef DO_SYSTEM_CRITICAL_PARTITION
#define DO_SYSTEM_CRITICAL_PARTITION 0x00400000
#endif
#ifndef DO_SYSTEM_SYSTEM_PARTITION
#define DO_SYSTEM_SYSTEM_PARTITION 0x00200000
#endif
#ifndef DO_UNLOAD_PENDING
#define DO_UNLOAD_PENDING 0x1
#endif
#ifndef DO_VERIFY_VOLUME
#define DO_VERIFY_VOLUME 0x2
#endif
#ifndef DO_VOLUME_DEVICE_OBJECT
#define DO_VOLUME_DEVICE_OBJECT 0x00100000
#endif
#ifndef DOMAIN_ALIAS_RID_ACCESS_CONTROL_ASSISTANCE_OPS
#define DOMAIN_ALIAS_RID_ACCESS_CONTROL_ASSISTANCE_OPS 0x243
#endif
#ifndef DOMAIN_ALIAS_RID_ACCOUNT_OPS
#define DOMAIN_ALIAS_RID_ACCOUNT_OPS 0x224
#endif
#ifndef DOMAIN_ALIAS_RID_ADMINS
#define DOMAIN_ALIAS_RID_ADMINS 0x220
#endif
#ifndef DOMAIN_ALIAS_RID_AUTHORIZATIONACCESS
#define DOMAIN_ALIAS_RID_AUTHORIZATIONACCESS 0x230
#endif
#ifndef DOMAIN_ALIAS_RID_BACKUP_OPS
#define DOMAIN_ALIAS_RID_BACKUP_OPS 0x227
#endif
#ifndef DOMAIN_ALIAS_RID_CACHEABLE_PRINCIPALS_GROUP
#define DOMAIN_ALIAS_RID_CACHEABLE_PRINCIPALS_GROUP 0x23B
#endif
#ifndef DOMAIN_ALIAS_RID_CERTSVC_DCOM_ACCESS_GROUP
#define DOMAIN_ALIAS_RID_CERTSVC_DCOM_ACCESS_GROUP 0x23E
#endif
#ifndef DOMAIN_ALIAS_RID_CRYPTO_OPERATORS
#define DOMAIN_ALIAS_RID_CRYPTO_OPERATORS 0x239
#endif
#ifndef DOMAIN_ALIAS_RID_DCOM_USERS
#define DOMAIN_ALIAS_RID_DCOM_USERS 0x232
#endif
#ifndef DOMAIN_ALIAS_RID_DEFAULT_ACCOUNT
#define DOMAIN_ALIAS_RID_DEFAULT_ACCOUNT 0x245
#endif
#ifndef DOMAIN_ALIAS_RID_DEVICE_OWNERS
#define DOMAIN_ALIAS_RID_DEVICE_OWNERS 0x247
#endif
#ifndef DOMAIN_ALIAS_RID_EVENT_LOG_READERS_GROUP
#define DOMAIN_ALIAS_RID_EVENT_LOG_READERS_GROUP 0x23D
#endif
#ifndef DOMAIN_ALIAS_RID_GUESTS
#define DOMAIN_ALIAS_RID_GUESTS 0x222
#endif
#ifndef DOMAIN_ALIAS_RID_HYPER_V_ADMINS
#define DOMAIN_ALIAS_RID_HYPER_V_ADMINS 0x242
#endif
#ifndef DOMAIN_ALIAS_RID_INCOMING_FOREST_TRUST_BUILDERS
#define DOMAIN_ALIAS_RID_INCOMING_FOREST_TRUST_BUILDERS 0x22D
#endif
#ifndef DOMAIN_ALIAS_RID_IUSERS
#define DOMAIN_ALIAS_RID_IUSERS 0x238
#endif
#ifndef DOMAIN_ALIAS_RID_LOGGING_USERS
#define DOMAIN_ALIAS_RID_LOGGING_USERS 0x22F
#endif
#ifndef DOMAIN_ALIAS_RID_MONITORING_USERS
#define DOMAIN_ALIAS_RID_MONITORING_USERS 0x22E
#endif
#ifndef DOMAIN_ALIAS_RID_NETWORK_CONFIGURATION_OPS
#define DOMAIN_ALIAS_RID_NETWORK_CONFIGURATION_OPS 0x22C
#endif
#ifndef DOMAIN_ALIAS_RID_NON_CACHEABLE_PRINCIPALS_GROUP
#define DOMAIN_ALIAS_RID_NON_CACHEABLE_PRINCIPALS_GROUP 0x23C
#endif
#ifndef DOMAIN_ALIAS_RID_POWER_USERS
#define DOMAIN_ALIAS_RID_POWER_USERS 0x223
#endif
#ifndef DOMAIN_ALIAS_RID_PREW2KCOMPACCESS
#define DOMAIN_ALIAS_RID_PREW2KCOMPACCESS 0x22A
#endif
#ifndef DOMAIN_ALIAS_RID_PRINT_OPS
#define DOMAIN_ALIAS_RID_PRINT_OPS 0x226
#endif
#ifndef DOMAIN_ALIAS_RID_RAS_SERVERS
#define DOMAIN_ALIAS_RID_RAS_SERVERS 0x229
#endif
#ifndef DOMAIN_ALIAS_RID_RDS_ENDPOINT_SERVERS
#define DOMAIN_ALIAS_RID_RDS_ENDPOINT_SERVERS 0x240
#endif
#ifndef DOMAIN_ALIAS_RID_RDS_MANAGEMENT_SERVERS
#define DOMAIN_ALIAS_RID_RDS_MANAGEMENT_SERVERS 0x241
#endif
#ifndef DOMAIN_ALIAS_RID_RDS_REMOTE_ACCESS_SERVERS
#define DOMAIN_ALIAS_RID_RDS_REMOTE_ACCESS_SERVERS 0x23F
#endif
#ifndef DOMAIN_ALIAS_RID_REMOTE_DESKTOP_USERS
#define DOMAIN_ALIAS_RID_REMOTE_DESKTOP_USERS 0x22B
#endif
#ifndef DOMAIN_ALIAS_RID_REMOTE_MANAGEMENT_USERS
#define DOMAIN_ALIAS_RID_REMOTE_MANAGEMENT_USERS 0x244
#endif
#ifndef DOMAIN_ALIAS_RID_REPLICATOR
#define DOMAIN_ALIAS_RID_REPLICATOR 0x228
#endif
#ifndef DOMAIN_ALIAS_RID_STORAGE_REPLICA_ADMINS
#define DOMAIN_ALIAS_RID_STORAGE_REPLICA_ADMINS 0x246
#endif
#ifndef DOMAIN_ALIAS_RID_SYSTEM_OPS
#define DOMAIN_ALIAS_RID_SYSTEM_OPS 0x225
#endif
#ifndef DOMAIN_ALIAS_RID_TS_LICENSE_SERVERS
#define DOMAIN_ALIAS_RID_TS_LICENSE_SERVERS 0x231
#endif
#ifndef DOMAIN_ALIAS_RID_USERS
#define DOMAIN_ALIAS_RID_USERS 0x221
#endif
#ifndef DOMAIN_COMMON_BUFFER_LARGE_PAGE
#define DOMAIN_COMMON_BUFFER_LARGE_PAGE 0x1
#endif
#ifndef DOMAIN_GROUP_RID_ADMINS
#define DOMAIN_GROUP_RID_ADMINS 0x200
#endif
#ifndef DOMAIN_GROUP_RID_AUTHORIZATION_DATA_CONTAINS_CLAIMS
#define DOMAIN_GROUP_RID_AUTHORIZATION_DATA_CONTAINS_CLAIMS 0x1F1
#endif
#ifndef DOMAIN_GROUP_RID_AUTHORIZATION_DATA_IS_COMPOUNDED
#define DOMAIN_GROUP_RID_AUTHORIZATION_DATA_IS_COMPOUNDED 0x1F0
#endif
#ifndef DOMAIN_GROUP_RID_CDC_RESERVED
#define DOMAIN_GROUP_RID_CDC_RESERVED 0x20C
#endif
#ifndef DOMAIN_GROUP_RID_CERT_ADMINS
#define DOMAIN_GROUP_RID_CERT_ADMINS 0x205
#endif
#ifndef DOMAIN_GROUP_RID_CLONEABLE_CONTROLLERS
#define DOMAIN_GROUP_RID_CLONEABLE_CONTROLLERS 0x20A
#endif
#ifndef DOMAIN_GROUP_RID_COMPUTERS
#define DOMAIN_GROUP_RID_COMPUTERS 0x203
#endif
#ifndef DOMAIN_GROUP_RID_CONTROLLERS
#define DOMAIN_GROUP_RID_CONTROLLERS 0x204
#endif
#ifndef DOMAIN_GROUP_RID_ENTERPRISE_ADMINS
#define DOMAIN_GROUP_RID_ENTERPRISE_ADMINS 0x207
#endif
#ifndef DOMAIN_GROUP_RID_ENTERPRISE_KEY_ADMINS
#define DOMAIN_GROUP_RID_ENTERPRISE_KEY_ADMINS 0x20F
#endif
#ifndef DOMAIN_GROUP_RID_ENTERPRISE_READONLY_DOMAIN_CONTROLLERS
#define DOMAIN_GROUP_RID_ENTERPRISE_READONLY_DOMAIN_CONTROLLERS 0x1F2
#endif
#ifndef DOMAIN_GROUP_RID_GUESTS
#define DOMAIN_GROUP_RID_GUESTS 0x202
#endif
#ifndef DOMAIN_GROUP_RID_KEY_ADMINS
#define DOMAIN_GROUP_RID_KEY_ADMINS 0x20E
#endif
#ifndef DOMAIN_GROUP_RID_POLICY_ADMINS
#define DOMAIN_GROUP_RID_POLICY_ADMINS 0x208
#endif
#ifndef DOMAIN_GROUP_RID_PROTECTED_USERS
#define DOMAIN_GROUP_RID_PROTECTED_USERS 0x20D
#endif
#ifndef DOMAIN_GROUP_RID_READONLY_CONTROLLERS
#define DOMAIN_GROUP_RID_READONLY_CONTROLLERS 0x209
#endif
#ifndef DOMAIN_GROUP_RID_SCHEMA_ADMINS
#define DOMAIN_GROUP_RID_SCHEMA_ADMINS 0x206
#endif
#ifndef DOMAIN_GROUP_RID_USERS
#define DOMAIN_GROUP_RID_USERS 0x201
#endif
#ifndef DOMAIN_USER_RID_ADMIN
#define DOMAIN_USER_RID_ADMIN 0x1F4
#endif
#ifndef DOMAIN_USER_RID_DEFAULT_ACCOUNT
#define DOMAIN_USER_RID_DEFAULT_ACCOUNT 0x1F7
#endif
#ifndef DOMAIN_USER_RID_GUEST
#define DOMAIN_USER_RID_GUEST 0x1F5
#endif
#ifndef DOMAIN_USER_RID_KRBTGT
#define DOMAIN_USER_RID_KRBTGT 0x1F6
#endif
#ifndef DOMAIN_USER_RID_MAX
#define DOMAIN_USER_RID_MAX 0x3E7
#endif
#ifndef DOMAIN_USER_RID_WDAG_ACCOUNT
#define DOMAIN_USER_RID_WDAG_ACCOUNT 0x1F8
#endif
#ifndef DOS_QM
#define DOS_QM 0x3E
#endif
#ifndef DOS_STAR
#define DOS_STAR 0x3C
#endif
#ifndef DPC_NORMAL
#define DPC_NORMAL 0x0
#endif
#ifndef DPC_THREADED
#define DPC_THREADED 0x1
#endif
#ifndef DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_REVISION_1
#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_REVISION_1 0x1
#endif
#ifndef DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_SIGNATURE
#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_SIGNATURE 0xAEBECEDE
#endif
#ifndef DRIVER_VERIFIER_FORCE_IRQL_CHECKING
#define DRIVER_VERIFIER_FORCE_IRQL_CHECKING 0x2
#endif
#ifndef DRIVER_VERIFIER_INJECT_ALLOCATION_FAILURES
#define DRIVER_VERIFIER_INJECT_ALLOCATION_FAILURES 0x4
#endif
#ifndef DRIVER_VERIFIER_IO_CHECKING
#define DRIVER_VERIFIER_IO_CHECKING 0x10
#endif
#ifndef DRIVER_VERIFIER_SPECIAL_POOLING
#define DRIVER_VERIFIER_SPECIAL_POOLING 0x1
#endif
#ifndef DRIVER_VERIFIER_TRACK_POOL_ALLOCATIONS
#define DRIVER_VERIFIER_TRACK_POOL_ALLOCATIONS 0x8
#endif
#ifndef DRVO_BOOTREINIT_REGISTERED
#define DRVO_BOOTREINIT_REGISTERED 0x20
#endif
#ifndef DRVO_BUILTIN_DRIVER
#define DRVO_BUILTIN_DRIVER 0x4
#endif
#ifndef DRVO_INITIALIZED
#define DRVO_INITIALIZED 0x10
#endif
#ifndef DRVO_LEGACY_DRIVER
#define DRVO_LEGACY_DRIVER 0x2
#endif
#ifndef DRVO_LEGACY_RESOURCES
#define DRVO_LEGACY_RESOURCES 0x40
#endif
#ifndef DRVO_REINIT_REGISTERED
#define DRVO_REINIT_REGISTERED 0x8
#endif
#ifndef DRVO_UNLOAD_INVOKED
#define DRVO_UNLOAD_INVOKED 0x1
#endif
#ifndef DUPLICATE_CLOSE_SOURCE
#define DUPLICATE_CLOSE_SOURCE 0x1
#endif
#ifndef DUPLICATE_EXTENTS_DATA_EX_ASYNC
#define DUPLICATE_EXTENTS_DATA_EX_ASYNC 0x2
#endif
#ifndef DUPLICATE_EXTENTS_DATA_EX_SOURCE_ATOMIC
#define DUPLICATE_EXTENTS_DATA_EX_SOURCE_ATOMIC 0x1
#endif
#ifndef DUPLICATE_SAME_ACCESS
#define DUPLICATE_SAME_ACCESS 0x2
#endif
#ifndef DUPLICATE_SAME_ATTRIBUTES
#define DUPLICATE_SAME_ATTRIBUTES 0x4
#endif
#ifndef DYNAMIC_EH_CONTINUATION_TARGET_ADD
#define DYNAMIC_EH_CONTINUATION_TARGET_ADD 0x1
#endif
#ifndef DYNAMIC_EH_CONTINUATION_TARGET_PROCESSED
#define DYNAMIC_EH_CONTINUATION_TARGET_PROCESSED 0x2
#endif
#ifndef DYNAMIC_ENFORCED_ADDRESS_RANGE_ADD
#define DYNAMIC_ENFORCED_ADDRESS_RANGE_ADD 0x1
#endif
#ifndef DYNAMIC_ENFORCED_ADDRESS_RANGE_PROCESSED
#define DYNAMIC_ENFORCED_ADDRESS_RANGE_PROCESSED 0x2
#endif
#ifndef ECP_OPEN_PARAMETERS_FLAG_FAIL_ON_CASE_SENSITIVE_DIR
#define ECP_OPEN_PARAMETERS_FLAG_FAIL_ON_CASE_SENSITIVE_DIR 0x10
#endif
#ifndef ECP_OPEN_PARAMETERS_FLAG_IGNORE_DIR_CASE_SENSITIVITY
#define ECP_OPEN_PARAMETERS_FLAG_IGNORE_DIR_CASE_SENSITIVITY 0x8
#endif
#ifndef ECP_OPEN_PARAMETERS_FLAG_OPEN_FOR_DELETE
#define ECP_OPEN_PARAMETERS_FLAG_OPEN_FOR_DELETE 0x4
#endif
#ifndef ECP_OPEN_PARAMETERS_FLAG_OPEN_FOR_READ
#define ECP_OPEN_PARAMETERS_FLAG_OPEN_FOR_READ 0x1
#endif
#ifndef ECP_OPEN_PARAMETERS_FLAG_OPEN_FOR_WRITE
#define ECP_OPEN_PARAMETERS_FLAG_OPEN_FOR_WRITE 0x2
#endif
#ifndef EFLAG_SELECT
#define EFLAG_SELECT 0xC000
#endif
#ifndef EFLAG_SIGN
#define EFLAG_SIGN 0x8000
#endif
#ifndef EFLAG_ZERO
#define EFLAG_ZERO 0x4000
#endif
#ifndef EFS_TRACKED_OFFSET_HEADER_FLAG
#define EFS_TRACKED_OFFSET_HEADER_FLAG 0x1
#endif
#ifndef EISA_EMPTY_SLOT
#define EISA_EMPTY_SLOT 0x83
#endif
#ifndef EISA_FREE_FORM_DATA
#define EISA_FREE_FORM_DATA 0x40
#endif
#ifndef EISA_FUNCTION_ENABLED
#define EISA_FUNCTION_ENABLED 0x80
#endif
#ifndef EISA_HAS_DMA_ENTRY
#define EISA_HAS_DMA_ENTRY 0x8
#endif
#ifndef EISA_HAS_INFORMATION
#define EISA_HAS_INFORMATION 0x1F
#endif
#ifndef EISA_HAS_IRQ_ENTRY
#define EISA_HAS_IRQ_ENTRY 0x4
#endif
#ifndef EISA_HAS_MEMORY_ENTRY
#define EISA_HAS_MEMORY_ENTRY 0x2
#endif
#ifndef EISA_HAS_PORT_INIT_ENTRY
#define EISA_HAS_PORT_INIT_ENTRY 0x20
#endif
#ifndef EISA_HAS_PORT_RANGE
#define EISA_HAS_PORT_RANGE 0x10
#endif
#ifndef EISA_HAS_TYPE_ENTRY
#define EISA_HAS_TYPE_ENTRY 0x1
#endif
#ifndef EISA_INVALID_BIOS_CALL
#define EISA_INVALID_BIOS_CALL 0x86
#endif
#ifndef EISA_INVALID_CONFIGURATION
#define EISA_INVALID_CONFIGURATION 0x82
#endif
#ifndef EISA_INVALID_FUNCTION
#define EISA_INVALID_FUNCTION 0x81
#endif
#ifndef EISA_INVALID_SLOT
#define EISA_INVALID_SLOT 0x80
#endif
#ifndef EISA_MEMORY_TYPE_RAM
#define EISA_MEMORY_TYPE_RAM 0x1
#endif
#ifndef EISA_MORE_ENTRIES
#define EISA_MORE_ENTRIES 0x80
#endif
#ifndef EISA_SYSTEM_MEMORY
#define EISA_SYSTEM_MEMORY 0x0
#endif
#ifndef ENCRYPTED_DATA_INFO_SPARSE_FILE
#define ENCRYPTED_DATA_INFO_SPARSE_FILE 0x1
#endif
#ifndef ENCRYPTION_FORMAT_DEFAULT
#define ENCRYPTION_FORMAT_DEFAULT 0x1
#endif
#ifndef ENLISTMENT_ALL_ACCESS
#define ENLISTMENT_ALL_ACCESS 0x000F001F
#endif
#ifndef ENLISTMENT_GENERIC_EXECUTE
#define ENLISTMENT_GENERIC_EXECUTE 0x0002001C
#endif
#ifndef ENLISTMENT_GENERIC_READ
#define ENLISTMENT_GENERIC_READ 0x00020001
#endif
#ifndef ENLISTMENT_GENERIC_WRITE
#define ENLISTMENT_GENERIC_WRITE 0x0002001E
#endif
#ifndef ENLISTMENT_QUERY_INFORMATION
#define ENLISTMENT_QUERY_INFORMATION 0x1
#endif
#ifndef ENLISTMENT_RECOVER
#define ENLISTMENT_RECOVER 0x4
#endif
#ifndef ENLISTMENT_SET_INFORMATION
#define ENLISTMENT_SET_INFORMATION 0x2
#endif
#ifndef ENLISTMENT_SUBORDINATE_RIGHTS
#define ENLISTMENT_SUBORDINATE_RIGHTS 0x8
#endif
#ifndef ENLISTMENT_SUPERIOR_RIGHTS
#define ENLISTMENT_SUPERIOR_RIGHTS 0x10
#endif
#ifndef ERROR_LOG_LIMIT_SIZE
#define ERROR_LOG_LIMIT_SIZE 0xF0
#endif
#ifndef ERROR_LOG_MAXIMUM_SIZE
#define ERROR_LOG_MAXIMUM_SIZE 0xF0
#endif
#ifndef ERROR_LOG_MESSAGE_LIMIT_SIZE
#define ERROR_LOG_MESSAGE_LIMIT_SIZE 0x158
#endif
#ifndef ERROR_MAJOR_REVISION_SAL_03_00
#define ERROR_MAJOR_REVISION_SAL_03_00 0x0
#endif
#ifndef ERROR_MINOR_REVISION_SAL_03_00
#define ERROR_MINOR_REVISION_SAL_03_00 0x2
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_BUS_CHECK_MASK
#define ERROR_PROCESSOR_STATE_PARAMETER_BUS_CHECK_MASK 0x1
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_BUS_CHECK_SHIFT
#define ERROR_PROCESSOR_STATE_PARAMETER_BUS_CHECK_SHIFT 0x3D
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_CACHE_CHECK_MASK
#define ERROR_PROCESSOR_STATE_PARAMETER_CACHE_CHECK_MASK 0x1
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_CACHE_CHECK_SHIFT
#define ERROR_PROCESSOR_STATE_PARAMETER_CACHE_CHECK_SHIFT 0x3B
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_MICROARCH_CHECK_MASK
#define ERROR_PROCESSOR_STATE_PARAMETER_MICROARCH_CHECK_MASK 0x1
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_MICROARCH_CHECK_SHIFT
#define ERROR_PROCESSOR_STATE_PARAMETER_MICROARCH_CHECK_SHIFT 0x3F
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_REG_CHECK_MASK
#define ERROR_PROCESSOR_STATE_PARAMETER_REG_CHECK_MASK 0x1
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_REG_CHECK_SHIFT
#define ERROR_PROCESSOR_STATE_PARAMETER_REG_CHECK_SHIFT 0x3E
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_TLB_CHECK_MASK
#define ERROR_PROCESSOR_STATE_PARAMETER_TLB_CHECK_MASK 0x1
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_TLB_CHECK_SHIFT
#define ERROR_PROCESSOR_STATE_PARAMETER_TLB_CHECK_SHIFT 0x3C
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_UNKNOWN_CHECK_MASK
#define ERROR_PROCESSOR_STATE_PARAMETER_UNKNOWN_CHECK_MASK 0x1
#endif
#ifndef ERROR_PROCESSOR_STATE_PARAMETER_UNKNOWN_CHECK_SHIFT
#define ERROR_PROCESSOR_STATE_PARAMETER_UNKNOWN_CHECK_SHIFT 0x3F
#endif
#ifndef ERROR_SEVERITY_ERROR
#define ERROR_SEVERITY_ERROR 0xC0000000
#endif
#ifndef ERROR_SEVERITY_INFORMATIONAL
#define ERROR_SEVERITY_INFORMATIONAL 0x40000000
#endif
#ifndef ERROR_SEVERITY_SUCCESS
#define ERROR_SEVERITY_SUCCESS 0x0
#endif
#ifndef ERROR_SEVERITY_WARNING
#define ERROR_SEVERITY_WARNING 0x80000000
#endif
#ifndef ERRTYP_BUS
#define ERRTYP_BUS 0x10
#endif
#ifndef ERRTYP_CACHE
#define ERRTYP_CACHE 0x6
#endif
#ifndef ERRTYP_FLOW
#define ERRTYP_FLOW 0x9
#endif
#ifndef ERRTYP_FUNCTION
#define ERRTYP_FUNCTION 0x7
#endif
#ifndef ERRTYP_IMPROPER
#define ERRTYP_IMPROPER 0x12
#endif
#ifndef ERRTYP_INTERNAL
#define ERRTYP_INTERNAL 0x1
#endif
#ifndef ERRTYP_LOSSOFLOCKSTEP
#define ERRTYP_LOSSOFLOCKSTEP 0x14
#endif
#ifndef ERRTYP_MAP
#define ERRTYP_MAP 0x11
#endif
#ifndef ERRTYP_MEM
#define ERRTYP_MEM 0x4
#endif
#ifndef ERRTYP_PARITY
#define ERRTYP_PARITY 0x16
#endif
#ifndef ERRTYP_PATHERROR
#define ERRTYP_PATHERROR 0x18
#endif
#ifndef ERRTYP_POISONED
#define ERRTYP_POISONED 0x1A
#endif
#ifndef ERRTYP_PROTOCOL
#define ERRTYP_PROTOCOL 0x17
#endif
#ifndef ERRTYP_RESPONSE
#define ERRTYP_RESPONSE 0x15
#endif
#ifndef ERRTYP_SELFTEST
#define ERRTYP_SELFTEST 0x8
#endif
#ifndef ERRTYP_TIMEOUT
#define ERRTYP_TIMEOUT 0x19
#endif
#ifndef ERRTYP_TLB
#define ERRTYP_TLB 0x5
#endif
#ifndef ERRTYP_UNIMPL
#define ERRTYP_UNIMPL 0x13
#endif
#ifndef ES_CONTINUOUS
#define ES_CONTINUOUS 0x80000000
#endif
#ifndef ES_DISPLAY_REQUIRED
#define ES_DISPLAY_REQUIRED 0x2
#endif
#ifndef ES_SYSTEM_REQUIRED
#define ES_SYSTEM_REQUIRED 0x1
#endif
#ifndef ES_USER_PRESENT
#define ES_USER_PRESENT 0x4
#endif
#ifndef EVENT_ALL_ACCESS
#define EVENT_ALL_ACCESS 0x001F0003
#endif
#ifndef EVENT_HEADER_ERROR
#define EVENT_HEADER_ERROR 0xC00D
#endif
#ifndef EVENT_HEADER_EVENT
#define EVENT_HEADER_EVENT 0xC013
#endif
#ifndef EVENT_HEADER_EVENT32
#define EVENT_HEADER_EVENT32 0xC012
#endif
#ifndef EVENT_HEADER_EVENT64
#define EVENT_HEADER_EVENT64 0xC013
#endif
#ifndef EVENT_HEADER_SIZE_MASK
#define EVENT_HEADER_SIZE_MASK 0xFFFF
#endif
#ifndef EVENT_INCREMENT
#define EVENT_INCREMENT 0x1
#endif
#ifndef EVENT_MODIFY_STATE
#define EVENT_MODIFY_STATE 0x2
#endif
#ifndef EVENT_PAIR_ALL_ACCESS
#define EVENT_PAIR_ALL_ACCESS 0x001F0000
#endif
#ifndef EVENT_QUERY_STATE
#define EVENT_QUERY_STATE 0x1
#endif
#ifndef EVENT_TRACE_BLOCKING_MODE
#define EVENT_TRACE_BLOCKING_MODE 0x20000000
#endif
#ifndef EVENT_TRACE_BUFFER_INTERFACE_MODE
#define EVENT_TRACE_BUFFER_INTERFACE_MODE 0x00040000
#endif
#ifndef EVENT_TRACE_CLOCK_CPUCYCLE
#define EVENT_TRACE_CLOCK_CPUCYCLE 0x3
#endif
#ifndef EVENT_TRACE_CLOCK_MAX
#define EVENT_TRACE_CLOCK_MAX 0x4
#endif
#ifndef EVENT_TRACE_CLOCK_PERFCOUNTER
#define EVENT_TRACE_CLOCK_PERFCOUNTER 0x1
#endif
#ifndef EVENT_TRACE_CLOCK_RAW
#define EVENT_TRACE_CLOCK_RAW 0x0
#endif
#ifndef EVENT_TRACE_CLOCK_SYSTEMTIME
#define EVENT_TRACE_CLOCK_SYSTEMTIME 0x2
#endif
#ifndef EVENT_TRACE_COMPRESSED_MODE
#define EVENT_TRACE_COMPRESSED_MODE 0x04000000
#endif
#ifndef EVENT_TRACE_FLAG_EXT_ITEMS
#define EVENT_TRACE_FLAG_EXT_ITEMS 0x80FF0000
#endif
#ifndef EVENT_TRACE_FLAG_EXT_LEN_NEW_STRUCT
#define EVENT_TRACE_FLAG_EXT_LEN_NEW_STRUCT 0xFF
#endif
#ifndef EVENT_TRACE_GET_RAWEVENT
#define EVENT_TRACE_GET_RAWEVENT 0x100
#endif
#ifndef EVENT_TRACE_GROUP_ALPC
#define EVENT_TRACE_GROUP_ALPC 0x1A00
#endif
#ifndef EVENT_TRACE_GROUP_CC
#define EVENT_TRACE_GROUP_CC 0x1600
#endif
#ifndef EVENT_TRACE_GROUP_CONFIG
#define EVENT_TRACE_GROUP_CONFIG 0xB00
#endif
#ifndef EVENT_TRACE_GROUP_CRITSEC
#define EVENT_TRACE_GROUP_CRITSEC 0x1700
#endif
#ifndef EVENT_TRACE_GROUP_DBGPRINT
#define EVENT_TRACE_GROUP_DBGPRINT 0xA00
#endif
#ifndef EVENT_TRACE_GROUP_DPC
#define EVENT_TRACE_GROUP_DPC 0x1500
#endif
#ifndef EVENT_TRACE_GROUP_FILE
#define EVENT_TRACE_GROUP_FILE 0x400
#endif
#ifndef EVENT_TRACE_GROUP_HEADER
#define EVENT_TRACE_GROUP_HEADER 0x0
#endif
#ifndef EVENT_TRACE_GROUP_HEAP
#define EVENT_TRACE_GROUP_HEAP 0x1000
#endif
#ifndef EVENT_TRACE_GROUP_HYPERVISOR
#define EVENT_TRACE_GROUP_HYPERVISOR 0x1D00
#endif
#ifndef EVENT_TRACE_GROUP_HYPERVISORX
#define EVENT_TRACE_GROUP_HYPERVISORX 0x1E00
#endif
#ifndef EVENT_TRACE_GROUP_IMAGE
#define EVENT_TRACE_GROUP_IMAGE 0x1400
#endif
#ifndef EVENT_TRACE_GROUP_IO
#define EVENT_TRACE_GROUP_IO 0x100
#endif
#ifndef EVENT_TRACE_GROUP_JOB
#define EVENT_TRACE_GROUP_JOB 0x700
#endif
#ifndef EVENT_TRACE_GROUP_MEMORY
#define EVENT_TRACE_GROUP_MEMORY 0x200
#endif
#ifndef EVENT_TRACE_GROUP_MODBOUND
#define EVENT_TRACE_GROUP_MODBOUND 0x1300
#endif
#ifndef EVENT_TRACE_GROUP_OBJECT
#define EVENT_TRACE_GROUP_OBJECT 0x1100
#endif
#ifndef EVENT_TRACE_GROUP_PERFINFO
#define EVENT_TRACE_GROUP_PERFINFO 0xF00
#endif
#ifndef EVENT_TRACE_GROUP_POOL
#define EVENT_TRACE_GROUP_POOL 0xE00
#endif
#ifndef EVENT_TRACE_GROUP_POWER
#define EVENT_TRACE_GROUP_POWER 0x1200
#endif
#ifndef EVENT_TRACE_GROUP_PROCESS
#define EVENT_TRACE_GROUP_PROCESS 0x300
#endif
#ifndef EVENT_TRACE_GROUP_REGISTRY
#define EVENT_TRACE_GROUP_REGISTRY 0x900
#endif
#ifndef EVENT_TRACE_GROUP_SPARE1
#define EVENT_TRACE_GROUP_SPARE1 0xC00
#endif
#ifndef EVENT_TRACE_GROUP_SPLITIO
#define EVENT_TRACE_GROUP_SPLITIO 0x1B00
#endif
#ifndef EVENT_TRACE_GROUP_STACKWALK
#define EVENT_TRACE_GROUP_STACKWALK 0x1800
#endif
#ifndef EVENT_TRACE_GROUP_TCPIP
#define EVENT_TRACE_GROUP_TCPIP 0x600
#endif
#ifndef EVENT_TRACE_GROUP_THREAD
#define EVENT_TRACE_GROUP_THREAD 0x500
#endif
#ifndef EVENT_TRACE_GROUP_THREAD_POOL
#define EVENT_TRACE_GROUP_THREAD_POOL 0x1C00
#endif
#ifndef EVENT_TRACE_GROUP_UDPIP
#define EVENT_TRACE_GROUP_UDPIP 0x800
#endif
#ifndef EVENT_TRACE_GROUP_UMS
#define EVENT_TRACE_GROUP_UMS 0x1900
#endif
#ifndef EVENT_TRACE_GROUP_WNF
#define EVENT_TRACE_GROUP_WNF 0xD00
#endif
#ifndef EVENT_TRACE_KD_FILTER_MODE
#define EVENT_TRACE_KD_FILTER_MODE 0x00080000
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_CALLSTACK_ENABLE
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_CALLSTACK_ENABLE 0x200
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_FAR_BRANCH
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_FAR_BRANCH 0x100
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_JCC
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_JCC 0x4
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_KERNEL
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_KERNEL 0x1
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_IND_CALL
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_IND_CALL 0x10
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_IND_JMP
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_IND_JMP 0x40
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_REL_CALL
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_REL_CALL 0x8
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_REL_JMP
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_REL_JMP 0x80
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_RET
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_NEAR_RET 0x20
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_USER
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_EXCLUDE_USER 0x2
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_NONE
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_NONE 0x0
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_CONFIGURATION_SAMPLED
#define EVENT_TRACE_LAST_BRANCH_CONFIGURATION_SAMPLED 0x400
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_EVENT_OPCODE
#define EVENT_TRACE_LAST_BRANCH_EVENT_OPCODE 0x20
#endif
#ifndef EVENT_TRACE_LAST_BRANCH_MAXIMUM_EVENTS
#define EVENT_TRACE_LAST_BRANCH_MAXIMUM_EVENTS 0x4
#endif
#ifndef EVENT_TRACE_LOST_EVENTS_DEBUG_MODE
#define EVENT_TRACE_LOST_EVENTS_DEBUG_MODE 0x00200000
#endif
#ifndef EVENT_TRACE_READ_BEHIND
#define EVENT_TRACE_READ_BEHIND 0x200
#endif
#ifndef EVENT_TRACE_REALTIME_RELOG_MODE
#define EVENT_TRACE_REALTIME_RELOG_MODE 0x00100000
#endif
#ifndef EVENT_TRACE_USE_MS_FLUSH_TIMER
#define EVENT_TRACE_USE_MS_FLUSH_TIMER 0x10
#endif
#ifndef EVENT_TRACE_USE_RAWTIMESTAMP
#define EVENT_TRACE_USE_RAWTIMESTAMP 0x2
#endif
#ifndef EVENT_TRACE_USE_SEQUENCE
#define EVENT_TRACE_USE_SEQUENCE 0x4
#endif
#ifndef EVENT_WRITE_FLAG_NO_FAULTING
#define EVENT_WRITE_FLAG_NO_FAULTING 0x1
#endif
#ifndef EX_CARR_ALLOCATE_NONPAGED_POOL
#define EX_CARR_ALLOCATE_NONPAGED_POOL 0x1
#endif
#ifndef EX_CARR_ALLOCATE_PAGED_POOL
#define EX_CARR_ALLOCATE_PAGED_POOL 0x0
#endif
#ifndef EX_CARR_DISABLE_EXPANSION
#define EX_CARR_DISABLE_EXPANSION 0x2
#endif
#ifndef EX_CREATE_FLAG_FILE_DEST_OPEN_FOR_COPY
#define EX_CREATE_FLAG_FILE_DEST_OPEN_FOR_COPY 0x2
#endif
#ifndef EX_CREATE_FLAG_FILE_SOURCE_OPEN_FOR_COPY
#define EX_CREATE_FLAG_FILE_SOURCE_OPEN_FOR_COPY 0x1
#endif
#ifndef EX_DEFAULT_PUSH_LOCK_FLAGS
#define EX_DEFAULT_PUSH_LOCK_FLAGS 0x0
#endif
#ifndef EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE
#define EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE 0x2
#endif
#ifndef EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL
#define EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL 0x1
#endif
#ifndef EX_MAXIMUM_LOOKASIDE_DEPTH_BASE
#define EX_MAXIMUM_LOOKASIDE_DEPTH_BASE 0x100
#endif
#ifndef EX_MAXIMUM_LOOKASIDE_DEPTH_LIMIT
#define EX_MAXIMUM_LOOKASIDE_DEPTH_LIMIT 0x400
#endif
#ifndef EX_RUNDOWN_ACTIVE
#define EX_RUNDOWN_ACTIVE 0x1
#endif
#ifndef EX_RUNDOWN_COUNT_INC
#define EX_RUNDOWN_COUNT_INC 0x2
#endif
#ifndef EX_RUNDOWN_COUNT_SHIFT
#define EX_RUNDOWN_COUNT_SHIFT 0x1
#endif
#ifndef EX_TIMER_HIGH_RESOLUTION
#define EX_TIMER_HIGH_RESOLUTION 0x4
#endif
#ifndef EX_TIMER_NOTIFICATION
#define EX_TIMER_NOTIFICATION 0x80000000
#endif
#ifndef EX_TIMER_NO_WAKE
#define EX_TIMER_NO_WAKE 0x8
#endif
#ifndef EX_TIMER_UNLIMITED_TOLERANCE
#define EX_TIMER_UNLIMITED_TOLERANCE ((LONGLONG)0xFFFFFFFFFFFFFFFFULL)
#endif
#ifndef FACILITY_MCA_ERROR_CODE
#define FACILITY_MCA_ERROR_CODE 0x5
#endif
#ifndef FACILITY_RUNTIME
#define FACILITY_RUNTIME 0x2
#endif
#ifndef FACILITY_STUBS
#define FACILITY_STUBS 0x3
#endif
#ifndef FACILITY_SYSTEM
#define FACILITY_SYSTEM 0x0
#endif
#ifndef FAILED_ACCESS_ACE_FLAG
#define FAILED_ACCESS_ACE_FLAG 0x80
#endif
#ifndef FAST_FAIL_ADMINLESS_ACCESS_DENIED
#define FAST_FAIL_ADMINLESS_ACCESS_DENIED 0x37
#endif
#ifndef FAST_FAIL_APCS_DISABLED
#define FAST_FAIL_APCS_DISABLED 0x20
#endif
#ifndef FAST_FAIL_CAST_GUARD
#define FAST_FAIL_CAST_GUARD 0x41
#endif
#ifndef FAST_FAIL_CERTIFICATION_FAILURE
#define FAST_FAIL_CERTIFICATION_FAILURE 0x14
#endif
#ifndef FAST_FAIL_CONTROL_INVALID_RETURN_ADDRESS
#define FAST_FAIL_CONTROL_INVALID_RETURN_ADDRESS 0x39
#endif
#ifndef FAST_FAIL_CORRUPT_LIST_ENTRY
#define FAST_FAIL_CORRUPT_LIST_ENTRY 0x3
#endif
#ifndef FAST_FAIL_CRYPTO_LIBRARY
#define FAST_FAIL_CRYPTO_LIBRARY 0x16
#endif
#ifndef FAST_FAIL_DEPRECATED_SERVICE_INVOKED
#define FAST_FAIL_DEPRECATED_SERVICE_INVOKED 0x1B
#endif
#ifndef FAST_FAIL_DLOAD_PROTECTION_FAILURE
#define FAST_FAIL_DLOAD_PROTECTION_FAILURE 0x19
#endif
#ifndef FAST_FAIL_ENCLAVE_CALL_FAILURE
#define FAST_FAIL_ENCLAVE_CALL_FAILURE 0x35
#endif
#ifndef FAST_FAIL_ETW_CORRUPTION
#define FAST_FAIL_ETW_CORRUPTION 0x3D
#endif
#ifndef FAST_FAIL_FATAL_APP_EXIT
#define FAST_FAIL_FATAL_APP_EXIT 0x7
#endif
#ifndef FAST_FAIL_FLAGS_CORRUPTION
#define FAST_FAIL_FLAGS_CORRUPTION 0x3B
#endif
#ifndef FAST_FAIL_GS_COOKIE_INIT
#define FAST_FAIL_GS_COOKIE_INIT 0x6
#endif
#ifndef FAST_FAIL_GUARD_EXPORT_SUPPRESSION_FAILURE
#define FAST_FAIL_GUARD_EXPORT_SUPPRESSION_FAILURE 0x2E
#endif
#ifndef FAST_FAIL_GUARD_ICALL_CHECK_FAILURE
#define FAST_FAIL_GUARD_ICALL_CHECK_FAILURE 0xA
#endif
#ifndef FAST_FAIL_GUARD_ICALL_CHECK_FAILURE_XFG
#define FAST_FAIL_GUARD_ICALL_CHECK_FAILURE_XFG 0x40
#endif
#ifndef FAST_FAIL_GUARD_ICALL_CHECK_SUPPRESSED
#define FAST_FAIL_GUARD_ICALL_CHECK_SUPPRESSED 0x1F
#endif
#ifndef FAST_FAIL_GUARD_JUMPTABLE
#define FAST_FAIL_GUARD_JUMPTABLE 0x25
#endif
#ifndef FAST_FAIL_GUARD_SS_FAILURE
#define FAST_FAIL_GUARD_SS_FAILURE 0x2C
#endif
#ifndef FAST_FAIL_GUARD_WRITE_CHECK_FAILURE
#define FAST_FAIL_GUARD_WRITE_CHECK_FAILURE 0xB
#endif
#ifndef FAST_FAIL_HEAP_METADATA_CORRUPTION
#define FAST_FAIL_HEAP_METADATA_CORRUPTION 0x32
#endif
#ifndef FAST_FAIL_HOST_VISIBILITY_CHANGE
#define FAST_FAIL_HOST_VISIBILITY_CHANGE 0x42
#endif
#ifndef FAST_FAIL_INCORRECT_STACK
#define FAST_FAIL_INCORRECT_STACK 0x4
#endif
#ifndef FAST_FAIL_INVALID_ARG
#define FAST_FAIL_INVALID_ARG 0x5
#endif
#ifndef FAST_FAIL_INVALID_BALANCED_TREE
#define FAST_FAIL_INVALID_BALANCED_TREE 0x1D
#endif
#ifndef FAST_FAIL_INVALID_BUFFER_ACCESS
#define FAST_FAIL_INVALID_BUFFER_ACCESS 0x1C
#endif
#ifndef FAST_FAIL_INVALID_CALL_IN_DLL_CALLOUT
#define FAST_FAIL_INVALID_CALL_IN_DLL_CALLOUT 0x17
#endif
#ifndef FAST_FAIL_INVALID_CONTROL_STACK
#define FAST_FAIL_INVALID_CONTROL_STACK 0x2F
#endif
#ifndef FAST_FAIL_INVALID_DISPATCH_CONTEXT
#define FAST_FAIL_INVALID_DISPATCH_CONTEXT 0x27
#endif
#ifndef FAST_FAIL_INVALID_EXCEPTION_CHAIN
#define FAST_FAIL_INVALID_EXCEPTION_CHAIN 0x15
#endif
#ifndef FAST_FAIL_INVALID_FAST_FAIL_CODE
#define FAST_FAIL_INVALID_FAST_FAIL_CODE 0xFFFFFFFF
#endif
#ifndef FAST_FAIL_INVALID_FIBER_SWITCH
#define FAST_FAIL_INVALID_FIBER_SWITCH 0xC
#endif
#ifndef FAST_FAIL_INVALID_FILE_OPERATION
#define FAST_FAIL_INVALID_FILE_OPERATION 0x2A
#endif
#ifndef FAST_FAIL_INVALID_FLS_DATA
#define FAST_FAIL_INVALID_FLS_DATA 0x46
#endif
#ifndef FAST_FAIL_INVALID_IAT
#define FAST_FAIL_INVALID_IAT 0x31
#endif
#ifndef FAST_FAIL_INVALID_IDLE_STATE
#define FAST_FAIL_INVALID_IDLE_STATE 0x21
#endif
#ifndef FAST_FAIL_INVALID_IMAGE_BASE
#define FAST_FAIL_INVALID_IMAGE_BASE 0x18
#endif
#ifndef FAST_FAIL_INVALID_JUMP_BUFFER
#define FAST_FAIL_INVALID_JUMP_BUFFER 0x12
#endif
#ifndef FAST_FAIL_INVALID_LOCK_STATE
#define FAST_FAIL_INVALID_LOCK_STATE 0x24
#endif
#ifndef FAST_FAIL_INVALID_LONGJUMP_TARGET
#define FAST_FAIL_INVALID_LONGJUMP_TARGET 0x26
#endif
#ifndef FAST_FAIL_INVALID_NEXT_THREAD
#define FAST_FAIL_INVALID_NEXT_THREAD 0x1E
#endif
#ifndef FAST_FAIL_INVALID_PFN
#define FAST_FAIL_INVALID_PFN 0x3F
#endif
#ifndef FAST_FAIL_INVALID_REFERENCE_COUNT
#define FAST_FAIL_INVALID_REFERENCE_COUNT 0xE
#endif
#ifndef FAST_FAIL_INVALID_SET_OF_CONTEXT
#define FAST_FAIL_INVALID_SET_OF_CONTEXT 0xD
#endif
#ifndef FAST_FAIL_INVALID_SYSCALL_NUMBER
#define FAST_FAIL_INVALID_SYSCALL_NUMBER 0x29
#endif
#ifndef FAST_FAIL_INVALID_THREAD
#define FAST_FAIL_INVALID_THREAD 0x28
#endif
#ifndef FAST_FAIL_KERNEL_CET_SHADOW_STACK_ASSIST
#define FAST_FAIL_KERNEL_CET_SHADOW_STACK_ASSIST 0x43
#endif
#ifndef FAST_FAIL_LEGACY_GS_VIOLATION
#define FAST_FAIL_LEGACY_GS_VIOLATION 0x0
#endif
#ifndef FAST_FAIL_LOADER_CONTINUITY_FAILURE
#define FAST_FAIL_LOADER_CONTINUITY_FAILURE 0x2D
#endif
#ifndef FAST_FAIL_LOW_LABEL_ACCESS_DENIED
#define FAST_FAIL_LOW_LABEL_ACCESS_DENIED 0x34
#endif
#ifndef FAST_FAIL_LPAC_ACCESS_DENIED
#define FAST_FAIL_LPAC_ACCESS_DENIED 0x2B
#endif
#ifndef FAST_FAIL_MRDATA_MODIFIED
#define FAST_FAIL_MRDATA_MODIFIED 0x13
#endif
#ifndef FAST_FAIL_MRDATA_PROTECTION_FAILURE
#define FAST_FAIL_MRDATA_PROTECTION_FAILURE 0x22
#endif
#ifndef FAST_FAIL_NTDLL_PATCH_FAILED
#define FAST_FAIL_NTDLL_PATCH_FAILED 0x45
#endif
#ifndef FAST_FAIL_PATCH_CALLBACK_FAILED
#define FAST_FAIL_PATCH_CALLBACK_FAILED 0x44
#endif
#ifndef FAST_FAIL_PAYLOAD_RESTRICTION_VIOLATION
#define FAST_FAIL_PAYLOAD_RESTRICTION_VIOLATION 0x33
#endif
#ifndef FAST_FAIL_RANGE_CHECK_FAILURE
#define FAST_FAIL_RANGE_CHECK_FAILURE 0x8
#endif
#ifndef FAST_FAIL_RIO_ABORT
#define FAST_FAIL_RIO_ABORT 0x3E
#endif
#ifndef FAST_FAIL_SET_CONTEXT_DENIED
#define FAST_FAIL_SET_CONTEXT_DENIED 0x30
#endif
#ifndef FAST_FAIL_STACK_COOKIE_CHECK_FAILURE
#define FAST_FAIL_STACK_COOKIE_CHECK_FAILURE 0x2
#endif
#ifndef FAST_FAIL_UNEXPECTED_CALL
#define FAST_FAIL_UNEXPECTED_CALL 0x38
#endif
#ifndef FAST_FAIL_UNEXPECTED_HEAP_EXCEPTION
#define FAST_FAIL_UNEXPECTED_HEAP_EXCEPTION 0x23
#endif
#ifndef FAST_FAIL_UNEXPECTED_HOST_BEHAVIOR
#define FAST_FAIL_UNEXPECTED_HOST_BEHAVIOR 0x3A
#endif
#ifndef FAST_FAIL_UNHANDLED_LSS_EXCEPTON
#define FAST_FAIL_UNHANDLED_LSS_EXCEPTON 0x36
#endif
#ifndef FAST_FAIL_UNSAFE_EXTENSION_CALL
#define FAST_FAIL_UNSAFE_EXTENSION_CALL 0x1A
#endif
#ifndef FAST_FAIL_UNSAFE_REGISTRY_ACCESS
#define FAST_FAIL_UNSAFE_REGISTRY_ACCESS 0x9
#endif
#ifndef FAST_FAIL_VEH_CORRUPTION
#define FAST_FAIL_VEH_CORRUPTION 0x3C
#endif
#ifndef FAST_FAIL_VTGUARD_CHECK_FAILURE
#define FAST_FAIL_VTGUARD_CHECK_FAILURE 0x1
#endif
#ifndef FILE_128_BYTE_ALIGNMENT
#define FILE_128_BYTE_ALIGNMENT 0x7F
#endif
#ifndef FILE_256_BYTE_ALIGNMENT
#define FILE_256_BYTE_ALIGNMENT 0xFF
#endif
#ifndef FILE_32_BYTE_ALIGNMENT
#define FILE_32_BYTE_ALIGNMENT 0x1F
#endif
#ifndef FILE_512_BYTE_ALIGNMENT
#define FILE_512_BYTE_ALIGNMENT 0x1FF
#endif
#ifndef FILE_64_BYTE_ALIGNMENT
#define FILE_64_BYTE_ALIGNMENT 0x3F
#endif
#ifndef FILE_ACTION_ADDED
#define FILE_ACTION_ADDED 0x1
#endif
#ifndef FILE_ACTION_ADDED_STREAM
#define FILE_ACTION_ADDED_STREAM 0x6
#endif
#ifndef FILE_ACTION_ID_NOT_TUNNELLED
#define FILE_ACTION_ID_NOT_TUNNELLED 0xA
#endif
#ifndef FILE_ACTION_MODIFIED
#define FILE_ACTION_MODIFIED 0x3
#endif
#ifndef FILE_ACTION_MODIFIED_STREAM
#define FILE_ACTION_MODIFIED_STREAM 0x8
#endif
#ifndef FILE_ACTION_REMOVED
#define FILE_ACTION_REMOVED 0x2
#endif
#ifndef FILE_ACTION_REMOVED_BY_DELETE
#define FILE_ACTION_REMOVED_BY_DELETE 0x9
#endif
#ifndef FILE_ACTION_REMOVED_STREAM
#define FILE_ACTION_REMOVED_STREAM 0x7
#endif
#ifndef FILE_ACTION_RENAMED_NEW_NAME
#define FILE_ACTION_RENAMED_NEW_NAME 0x5
#endif
#ifndef FILE_ACTION_RENAMED_OLD_NAME
#define FILE_ACTION_RENAMED_OLD_NAME 0x4
#endif
#ifndef FILE_ACTION_TUNNELLED_ID_COLLISION
#define FILE_ACTION_TUNNELLED_ID_COLLISION 0xB
#endif
#ifndef FILE_ADD_FILE
#define FILE_ADD_FILE 0x2
#endif
#ifndef FILE_ADD_SUBDIRECTORY
#define FILE_ADD_SUBDIRECTORY 0x4
#endif
#ifndef FILE_ALL_ACCESS
#define FILE_ALL_ACCESS 0x001F01FF
#endif
#ifndef FILE_ANY_ACCESS
#define FILE_ANY_ACCESS 0x0
#endif
#ifndef FILE_APPEND_DATA
#define FILE_APPEND_DATA 0x4
#endif
#ifndef FILE_AUTOGENERATED_DEVICE_NAME
#define FILE_AUTOGENERATED_DEVICE_NAME 0x80
#endif
#ifndef FILE_BEGIN
#define FILE_BEGIN 0x0
#endif
#ifndef FILE_BYTE_ALIGNMENT
#define FILE_BYTE_ALIGNMENT 0x0
#endif
#ifndef FILE_CACHE_MAX_HARD_DISABLE
#define FILE_CACHE_MAX_HARD_DISABLE 0x2
#endif
#ifndef FILE_CACHE_MAX_HARD_ENABLE
#define FILE_CACHE_MAX_HARD_ENABLE 0x1
#endif
#ifndef FILE_CACHE_MIN_HARD_DISABLE
#define FILE_CACHE_MIN_HARD_DISABLE 0x8
#endif
#ifndef FILE_CACHE_MIN_HARD_ENABLE
#define FILE_CACHE_MIN_HARD_ENABLE 0x4
#endif
#ifndef FILE_CASE_PRESERVED_NAMES
#define FILE_CASE_PRESERVED_NAMES 0x2
#endif
#ifndef FILE_CASE_SENSITIVE_SEARCH
#define FILE_CASE_SENSITIVE_SEARCH 0x1
#endif
#ifndef FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL
#define FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL 0x200
#endif
#ifndef FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL_DEPRECATED
#define FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL_DEPRECATED 0x200
#endif
#ifndef FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL_EX
#define FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL_EX 0x4000
#endif
#ifndef FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL
#define FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL 0x300
#endif
#ifndef FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL_DEPRECATED
#define FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL_DEPRECATED 0x300
#endif
#ifndef FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL_EX
#define FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL_EX 0x8000
#endif
#ifndef FILE_CHARACTERISTICS_PROPAGATED
#define FILE_CHARACTERISTICS_PROPAGATED 0x10F
#endif
#ifndef FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK
#define FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK 0x300
#endif
#ifndef FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK_DEPRECATED
#define FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK_DEPRECATED 0x300
#endif
#ifndef FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK_EX
#define FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK_EX 0xC000
#endif
#ifndef FILE_CHARACTERISTIC_CSV
#define FILE_CHARACTERISTIC_CSV 0x00010000
#endif
#ifndef FILE_CHARACTERISTIC_PNP_DEVICE
#define FILE_CHARACTERISTIC_PNP_DEVICE 0x800
#endif
#ifndef FILE_CHARACTERISTIC_TS_DEVICE
#define FILE_CHARACTERISTIC_TS_DEVICE 0x1000
#endif
#ifndef FILE_CHARACTERISTIC_WEBDAV_DEVICE
#define FILE_CHARACTERISTIC_WEBDAV_DEVICE 0x2000
#endif
#ifndef FILE_CLEANUP_FILE_DELETED
#define FILE_CLEANUP_FILE_DELETED 0x4
#endif
#ifndef FILE_CLEANUP_FILE_REMAINS
#define FILE_CLEANUP_FILE_REMAINS 0x2
#endif
#ifndef FILE_CLEANUP_LINK_DELETED
#define FILE_CLEANUP_LINK_DELETED 0x8
#endif
#ifndef FILE_CLEANUP_POSIX_STYLE_DELETE
#define FILE_CLEANUP_POSIX_STYLE_DELETE 0x20
#endif
#ifndef FILE_CLEANUP_STREAM_DELETED
#define FILE_CLEANUP_STREAM_DELETED 0x10
#endif
#ifndef FILE_CLEANUP_UNKNOWN
#define FILE_CLEANUP_UNKNOWN 0x0
#endif
#ifndef FILE_CLEANUP_WRONG_DEVICE
#define FILE_CLEANUP_WRONG_DEVICE 0x1
#endif
#ifndef FILE_CLEAR_ENCRYPTION
#define FILE_CLEAR_ENCRYPTION 0x2
#endif
#ifndef FILE_COMPLETE_IF_OPLOCKED
#define FILE_COMPLETE_IF_OPLOCKED 0x100
#endif
#ifndef FILE_CONTAINS_EXTENDED_CREATE_INFORMATION
#define FILE_CONTAINS_EXTENDED_CREATE_INFORMATION 0x10000000
#endif
#ifndef FILE_COPY_STRUCTURED_STORAGE
#define FILE_COPY_STRUCTURED_STORAGE 0x41
#endif
#ifndef FILE_CREATE
#define FILE_CREATE 0x2
#endif
#ifndef FILE_CREATED
#define FILE_CREATED 0x2
#endif
#ifndef FILE_CREATE_PIPE_INSTANCE
#define FILE_CREATE_PIPE_INSTANCE 0x4
#endif
#ifndef FILE_CREATE_TREE_CONNECTION
#define FILE_CREATE_TREE_CONNECTION 0x80
#endif
#ifndef FILE_CS_FLAG_CASE_SENSITIVE_DIR
#define FILE_CS_FLAG_CASE_SENSITIVE_DIR 0x1
#endif
#ifndef FILE_CURRENT
#define FILE_CURRENT 0x1
#endif
#ifndef FILE_DAX_VOLUME
#define FILE_DAX_VOLUME 0x20000000
#endif
#ifndef FILE_DELETE_CHILD
#define FILE_DELETE_CHILD 0x40
#endif
#ifndef FILE_DELETE_ON_CLOSE
#define FILE_DELETE_ON_CLOSE 0x1000
#endif
#ifndef FILE_DIRECTORY_FILE
#define FILE_DIRECTORY_FILE 0x1
#endif
#ifndef FILE_DIR_DISALLOWED
#define FILE_DIR_DISALLOWED 0x9
#endif
#ifndef FILE_DISALLOW_EXCLUSIVE
#define FILE_DISALLOW_EXCLUSIVE 0x00020000
#endif
#ifndef FILE_DISPOSITION_DELETE
#define FILE_DISPOSITION_DELETE 0x1
#endif
#ifndef FILE_DISPOSITION_DO_NOT_DELETE
#define FILE_DISPOSITION_DO_NOT_DELETE 0x0
#endif
#ifndef FILE_DISPOSITION_FLAG_DELETE
#define FILE_DISPOSITION_FLAG_DELETE 0x1
#endif
#ifndef FILE_DISPOSITION_FLAG_DO_NOT_DELETE
#define FILE_DISPOSITION_FLAG_DO_NOT_DELETE 0x0
#endif
#ifndef FILE_DISPOSITION_FLAG_FORCE_IMAGE_SECTION_CHECK
#define FILE_DISPOSITION_FLAG_FORCE_IMAGE_SECTION_CHECK 0x4
#endif
#ifndef FILE_DISPOSITION_FLAG_IGNORE_READONLY_ATTRIBUTE
#define FILE_DISPOSITION_FLAG_IGNORE_READONLY_ATTRIBUTE 0x10
#endif
#ifndef FILE_DISPOSITION_FLAG_ON_CLOSE
#define FILE_DISPOSITION_FLAG_ON_CLOSE 0x8
#endif
#ifndef FILE_DISPOSITION_FLAG_POSIX_SEMANTICS
#define FILE_DISPOSITION_FLAG_POSIX_SEMANTICS 0x2
#endif
#ifndef FILE_DISPOSITION_FORCE_IMAGE_SECTION_CHECK
#define FILE_DISPOSITION_FORCE_IMAGE_SECTION_CHECK 0x4
#endif
#ifndef FILE_DISPOSITION_IGNORE_READONLY_ATTRIBUTE
#define FILE_DISPOSITION_IGNORE_READONLY_ATTRIBUTE 0x10
#endif
#ifndef FILE_DISPOSITION_NONE
#define FILE_DISPOSITION_NONE 0x0
#endif
#ifndef FILE_DISPOSITION_ON_CLOSE
#define FILE_DISPOSITION_ON_CLOSE 0x8
#endif
#ifndef FILE_DISPOSITION_POSIX_SEMANTICS
#define FILE_DISPOSITION_POSIX_SEMANTICS 0x2
#endif
#ifndef FILE_DOES_NOT_EXIST
#define FILE_DOES_NOT_EXIST 0x5
#endif
#ifndef FILE_EA_TYPE_ASCII
#define FILE_EA_TYPE_ASCII 0xFFFD
#endif
#ifndef FILE_EA_TYPE_ASN1
#define FILE_EA_TYPE_ASN1 0xFFDD
#endif
#ifndef FILE_EA_TYPE_BINARY
#define FILE_EA_TYPE_BINARY 0xFFFE
#endif
#ifndef FILE_EA_TYPE_BITMAP
#define FILE_EA_TYPE_BITMAP 0xFFFB
#endif
#ifndef FILE_EA_TYPE_EA
#define FILE_EA_TYPE_EA 0xFFEE
#endif
#ifndef FILE_EA_TYPE_FAMILY_IDS
#define FILE_EA_TYPE_FAMILY_IDS 0xFF01
#endif
#ifndef FILE_EA_TYPE_ICON
#define FILE_EA_TYPE_ICON 0xFFF9
#endif
#ifndef FILE_EA_TYPE_METAFILE
#define FILE_EA_TYPE_METAFILE 0xFFFA
#endif
#ifndef FILE_EA_TYPE_MVMT
#define FILE_EA_TYPE_MVMT 0xFFDF
#endif
#ifndef FILE_EA_TYPE_MVST
#define FILE_EA_TYPE_MVST 0xFFDE
#endif
#ifndef FILE_ENCRYPTABLE
#define FILE_ENCRYPTABLE 0x0
#endif
#ifndef FILE_END
#define FILE_END 0x2
#endif
#ifndef FILE_EXECUTE
#define FILE_EXECUTE 0x20
#endif
#ifndef FILE_EXISTS
#define FILE_EXISTS 0x4
#endif
#ifndef FILE_FILE_COMPRESSION
#define FILE_FILE_COMPRESSION 0x10
#endif
#ifndef FILE_FLAG_BACKUP_SEMANTICS
#define FILE_FLAG_BACKUP_SEMANTICS 0x02000000
#endif
#ifndef FILE_FLAG_DELETE_ON_CLOSE
#define FILE_FLAG_DELETE_ON_CLOSE 0x04000000
#endif
#ifndef FILE_FLAG_FIRST_PIPE_INSTANCE
#define FILE_FLAG_FIRST_PIPE_INSTANCE 0x00080000
#endif
#ifndef FILE_FLAG_NO_BUFFERING
#define FILE_FLAG_NO_BUFFERING 0x20000000
#endif
#ifndef FILE_FLAG_OPEN_NO_RECALL
#define FILE_FLAG_OPEN_NO_RECALL 0x00100000
#endif
#ifndef FILE_FLAG_OPEN_REPARSE_POINT
#define FILE_FLAG_OPEN_REPARSE_POINT 0x00200000
#endif
#ifndef FILE_FLAG_OPEN_REQUIRING_OPLOCK
#define FILE_FLAG_OPEN_REQUIRING_OPLOCK 0x00040000
#endif
#ifndef FILE_FLAG_OVERLAPPED
#define FILE_FLAG_OVERLAPPED 0x40000000
#endif
#ifndef FILE_FLAG_POSIX_SEMANTICS
#define FILE_FLAG_POSIX_SEMANTICS 0x01000000
#endif
#ifndef FILE_FLAG_RANDOM_ACCESS
#define FILE_FLAG_RANDOM_ACCESS 0x10000000
#endif
#ifndef FILE_FLAG_SEQUENTIAL_SCAN
#define FILE_FLAG_SEQUENTIAL_SCAN 0x08000000
#endif
#ifndef FILE_FLAG_SESSION_AWARE
#define FILE_FLAG_SESSION_AWARE 0x00800000
#endif
#ifndef FILE_FLAG_WRITE_THROUGH
#define FILE_FLAG_WRITE_THROUGH 0x80000000
#endif
#ifndef FILE_FLOPPY_DISKETTE
#define FILE_FLOPPY_DISKETTE 0x4
#endif
#ifndef FILE_FLUSH_DATA
#define FILE_FLUSH_DATA 0x1
#endif
#ifndef FILE_FLUSH_DEFAULT
#define FILE_FLUSH_DEFAULT 0x0
#endif
#ifndef FILE_FLUSH_MIN_METADATA
#define FILE_FLUSH_MIN_METADATA 0x2
#endif
#ifndef FILE_FLUSH_NO_SYNC
#define FILE_FLUSH_NO_SYNC 0x3
#endif
#ifndef FILE_GENERIC_EXECUTE
#define FILE_GENERIC_EXECUTE 0x001200A0
#endif
#ifndef FILE_GENERIC_READ
#define FILE_GENERIC_READ 0x00120089
#endif
#ifndef FILE_GENERIC_WRITE
#define FILE_GENERIC_WRITE 0x00120116
#endif
#ifndef FILE_ID_GLOBAL_TX_DIR_INFO_FLAG_VISIBLE_OUTSIDE_TX
#define FILE_ID_GLOBAL_TX_DIR_INFO_FLAG_VISIBLE_OUTSIDE_TX 0x4
#endif
#ifndef FILE_ID_GLOBAL_TX_DIR_INFO_FLAG_VISIBLE_TO_TX
#define FILE_ID_GLOBAL_TX_DIR_INFO_FLAG_VISIBLE_TO_TX 0x2
#endif
#ifndef FILE_ID_GLOBAL_TX_DIR_INFO_FLAG_WRITELOCKED
#define FILE_ID_GLOBAL_TX_DIR_INFO_FLAG_WRITELOCKED 0x1
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_ATTRIBUTE_NON_RESIDENT
#define FILE_INITIATE_REPAIR_HINT1_ATTRIBUTE_NON_RESIDENT 0x0000002000000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_ATTRIBUTE_NOT_FOUND
#define FILE_INITIATE_REPAIR_HINT1_ATTRIBUTE_NOT_FOUND 0x1000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_ATTRIBUTE_TOO_SMALL
#define FILE_INITIATE_REPAIR_HINT1_ATTRIBUTE_TOO_SMALL 0x0000001000000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_CLUSTERS_ALREADY_IN_USE
#define FILE_INITIATE_REPAIR_HINT1_CLUSTERS_ALREADY_IN_USE 0x8000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_DENY_DEFRAG
#define FILE_INITIATE_REPAIR_HINT1_DENY_DEFRAG 0x0000004000000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_IS_BASE_RECORD
#define FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_IS_BASE_RECORD 0x00080000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_NOT_BASE_RECORD
#define FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_NOT_BASE_RECORD 0x8
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_NOT_EXIST
#define FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_NOT_EXIST 0x4
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_NOT_IN_USE
#define FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_NOT_IN_USE 0x1
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_NOT_ORPHAN
#define FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_NOT_ORPHAN 0x00040000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_REUSED
#define FILE_INITIATE_REPAIR_HINT1_FILE_RECORD_REUSED 0x2
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_INDEX_ENTRY_MISMATCH
#define FILE_INITIATE_REPAIR_HINT1_INDEX_ENTRY_MISMATCH 0x0000010000000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_INVALID_ARRAY_LENGTH_COUNT
#define FILE_INITIATE_REPAIR_HINT1_INVALID_ARRAY_LENGTH_COUNT 0x00100000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_INVALID_LCN
#define FILE_INITIATE_REPAIR_HINT1_INVALID_LCN 0x0000000100000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_INVALID_ORPHAN_RECOVERY_NAME
#define FILE_INITIATE_REPAIR_HINT1_INVALID_ORPHAN_RECOVERY_NAME 0x0000020000000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_INVALID_PARENT
#define FILE_INITIATE_REPAIR_HINT1_INVALID_PARENT 0x00800000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_INVALID_RUN_LENGTH
#define FILE_INITIATE_REPAIR_HINT1_INVALID_RUN_LENGTH 0x00020000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_INVALID_VCN
#define FILE_INITIATE_REPAIR_HINT1_INVALID_VCN 0x0000000200000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_LCN_NOT_EXIST
#define FILE_INITIATE_REPAIR_HINT1_LCN_NOT_EXIST 0x00010000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_MULTIPLE_FILE_NAME_ATTRIBUTES
#define FILE_INITIATE_REPAIR_HINT1_MULTIPLE_FILE_NAME_ATTRIBUTES 0x0000040000000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_NAME_CONFLICT
#define FILE_INITIATE_REPAIR_HINT1_NAME_CONFLICT 0x0000000400000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_NOTHING_WRONG
#define FILE_INITIATE_REPAIR_HINT1_NOTHING_WRONG 0x800
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_NOT_IMPLEMENTED
#define FILE_INITIATE_REPAIR_HINT1_NOT_IMPLEMENTED 0x20
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_ORPHAN
#define FILE_INITIATE_REPAIR_HINT1_ORPHAN 0x0000000800000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_ORPHAN_GENERATED
#define FILE_INITIATE_REPAIR_HINT1_ORPHAN_GENERATED 0x200
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_OUT_OF_GENERIC_NAMES
#define FILE_INITIATE_REPAIR_HINT1_OUT_OF_GENERIC_NAMES 0x40000000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_OUT_OF_RESOURCE
#define FILE_INITIATE_REPAIR_HINT1_OUT_OF_RESOURCE 0x80000000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_NOT_BASE_RECORD
#define FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_NOT_BASE_RECORD 0x08000000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_NOT_EXIST
#define FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_NOT_EXIST 0x04000000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_NOT_INDEX
#define FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_NOT_INDEX 0x10000000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_NOT_IN_USE
#define FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_NOT_IN_USE 0x01000000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_REUSED
#define FILE_INITIATE_REPAIR_HINT1_PARENT_FILE_RECORD_REUSED 0x02000000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_POTENTIAL_CROSSLINK
#define FILE_INITIATE_REPAIR_HINT1_POTENTIAL_CROSSLINK 0x2000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_PREVIOUS_PARENT_STILL_VALID
#define FILE_INITIATE_REPAIR_HINT1_PREVIOUS_PARENT_STILL_VALID 0x0000008000000000ULL
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_RECURSIVELY_CORRUPTED
#define FILE_INITIATE_REPAIR_HINT1_RECURSIVELY_CORRUPTED 0x100
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_REPAIRED
#define FILE_INITIATE_REPAIR_HINT1_REPAIRED 0x400
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_REPAIR_DISABLED
#define FILE_INITIATE_REPAIR_HINT1_REPAIR_DISABLED 0x80
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_SID_MISMATCH
#define FILE_INITIATE_REPAIR_HINT1_SID_MISMATCH 0x00400000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_SID_VALID
#define FILE_INITIATE_REPAIR_HINT1_SID_VALID 0x00200000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_STALE_INFORMATION
#define FILE_INITIATE_REPAIR_HINT1_STALE_INFORMATION 0x4000
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_SYSTEM_FILE
#define FILE_INITIATE_REPAIR_HINT1_SYSTEM_FILE 0x10
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_UNABLE_TO_REPAIR
#define FILE_INITIATE_REPAIR_HINT1_UNABLE_TO_REPAIR 0x40
#endif
#ifndef FILE_INITIATE_REPAIR_HINT1_VALID_INDEX_ENTRY
#define FILE_INITIATE_REPAIR_HINT1_VALID_INDEX_ENTRY 0x20000000
#endif
#ifndef FILE_INVALID_FILE_ID
#define FILE_INVALID_FILE_ID ((LONGLONG)0xFFFFFFFFFFFFFFFFULL)
#endif
#ifndef FILE_IS_ENCRYPTED
#define FILE_IS_ENCRYPTED 0x1
#endif
#ifndef FILE_LAYOUT_NAME_ENTRY_DOS
#define FILE_LAYOUT_NAME_ENTRY_DOS 0x2
#endif
#ifndef FILE_LAYOUT_NAME_ENTRY_PRIMARY
#define FILE_LAYOUT_NAME_ENTRY_PRIMARY 0x1
#endif
#ifndef FILE_LINK_FORCE_RESIZE_SOURCE_SR
#define FILE_LINK_FORCE_RESIZE_SOURCE_SR 0x100
#endif
#ifndef FILE_LINK_FORCE_RESIZE_SR
#define FILE_LINK_FORCE_RESIZE_SR 0x180
#endif
#ifndef FILE_LINK_FORCE_RESIZE_TARGET_SR
#define FILE_LINK_FORCE_RESIZE_TARGET_SR 0x80
#endif
#ifndef FILE_LINK_IGNORE_READONLY_ATTRIBUTE
#define FILE_LINK_IGNORE_READONLY_ATTRIBUTE 0x40
#endif
#ifndef FILE_LINK_NO_DECREASE_AVAILABLE_SPACE
#define FILE_LINK_NO_DECREASE_AVAILABLE_SPACE 0x20
#endif
#ifndef FILE_LINK_NO_INCREASE_AVAILABLE_SPACE
#define FILE_LINK_NO_INCREASE_AVAILABLE_SPACE 0x10
#endif
#ifndef FILE_LINK_POSIX_SEMANTICS
#define FILE_LINK_POSIX_SEMANTICS 0x2
#endif
#ifndef FILE_LINK_PRESERVE_AVAILABLE_SPACE
#define FILE_LINK_PRESERVE_AVAILABLE_SPACE 0x30
#endif
#ifndef FILE_LINK_REPLACE_IF_EXISTS
#define FILE_LINK_REPLACE_IF_EXISTS 0x1
#endif
#ifndef FILE_LINK_SUPPRESS_STORAGE_RESERVE_INHERITANCE
#define FILE_LINK_SUPPRESS_STORAGE_RESERVE_INHERITANCE 0x8
#endif
#ifndef FILE_LIST_DIRECTORY
#define FILE_LIST_DIRECTORY 0x1
#endif
#ifndef FILE_LONG_ALIGNMENT
#define FILE_LONG_ALIGNMENT 0x3
#endif
#ifndef FILE_MAP_ALL_ACCESS
#define FILE_MAP_ALL_ACCESS 0x000F001F
#endif
#ifndef FILE_MAP_COPY
#define FILE_MAP_COPY 0x1
#endif
#ifndef FILE_MAP_EXECUTE
#define FILE_MAP_EXECUTE 0x20
#endif
#ifndef FILE_MAP_LARGE_PAGES
#define FILE_MAP_LARGE_PAGES 0x20000000
#endif
#ifndef FILE_MAP_READ
#define FILE_MAP_READ 0x4
#endif
#ifndef FILE_MAP_RESERVE
#define FILE_MAP_RESERVE 0x80000000
#endif
#ifndef FILE_MAP_TARGETS_INVALID
#define FILE_MAP_TARGETS_INVALID 0x40000000
#endif
#ifndef FILE_MAP_WRITE
#define FILE_MAP_WRITE 0x2
#endif
#ifndef FILE_MAXIMUM_DISPOSITION
#define FILE_MAXIMUM_DISPOSITION 0x5
#endif
#ifndef FILE_MAXIMUM_STORAGE_TYPE
#define FILE_MAXIMUM_STORAGE_TYPE 0x00080000
#endif
#ifndef FILE_MINIMUM_STORAGE_TYPE
#define FILE_MINIMUM_STORAGE_TYPE 0x00010000
#endif
#ifndef FILE_NAMED_STREAMS
#define FILE_NAMED_STREAMS 0x00040000
#endif
#ifndef FILE_NAME_FLAGS_UNSPECIFIED
#define FILE_NAME_FLAGS_UNSPECIFIED 0x80
#endif
#ifndef FILE_NAME_FLAG_BOTH
#define FILE_NAME_FLAG_BOTH 0x3
#endif
#ifndef FILE_NAME_FLAG_DOS
#define FILE_NAME_FLAG_DOS 0x2
#endif
#ifndef FILE_NAME_FLAG_HARDLINK
#define FILE_NAME_FLAG_HARDLINK 0x0
#endif
#ifndef FILE_NAME_FLAG_NTFS
#define FILE_NAME_FLAG_NTFS 0x1
#endif
#ifndef FILE_NAME_NORMALIZED
#define FILE_NAME_NORMALIZED 0x0
#endif
#ifndef FILE_NAME_OPENED
#define FILE_NAME_OPENED 0x8
#endif
#ifndef FILE_NEED_EA
#define FILE_NEED_EA 0x80
#endif
#ifndef FILE_NON_DIRECTORY_FILE
#define FILE_NON_DIRECTORY_FILE 0x40
#endif
#ifndef FILE_NOTIFY_CHANGE_ATTRIBUTES
#define FILE_NOTIFY_CHANGE_ATTRIBUTES 0x4
#endif
#ifndef FILE_NOTIFY_CHANGE_CREATION
#define FILE_NOTIFY_CHANGE_CREATION 0x40
#endif
#ifndef FILE_NOTIFY_CHANGE_DIR_NAME
#define FILE_NOTIFY_CHANGE_DIR_NAME 0x2
#endif
#ifndef FILE_NOTIFY_CHANGE_EA
#define FILE_NOTIFY_CHANGE_EA 0x80
#endif
#ifndef FILE_NOTIFY_CHANGE_FILE_NAME
#define FILE_NOTIFY_CHANGE_FILE_NAME 0x1
#endif
#ifndef FILE_NOTIFY_CHANGE_LAST_ACCESS
#define FILE_NOTIFY_CHANGE_LAST_ACCESS 0x20
#endif
#ifndef FILE_NOTIFY_CHANGE_LAST_WRITE
#define FILE_NOTIFY_CHANGE_LAST_WRITE 0x10
#endif
#ifndef FILE_NOTIFY_CHANGE_NAME
#define FILE_NOTIFY_CHANGE_NAME 0x3
#endif
#ifndef FILE_NOTIFY_CHANGE_SECURITY
#define FILE_NOTIFY_CHANGE_SECURITY 0x100
#endif
#ifndef FILE_NOTIFY_CHANGE_SIZE
#define FILE_NOTIFY_CHANGE_SIZE 0x8
#endif
#ifndef FILE_NOTIFY_CHANGE_STREAM_NAME
#define FILE_NOTIFY_CHANGE_STREAM_NAME 0x200
#endif
#ifndef FILE_NOTIFY_CHANGE_STREAM_SIZE
#define FILE_NOTIFY_CHANGE_STREAM_SIZE 0x400
#endif
#ifndef FILE_NOTIFY_CHANGE_STREAM_WRITE
#define FILE_NOTIFY_CHANGE_STREAM_WRITE 0x800
#endif
#ifndef FILE_NOTIFY_VALID_MASK
#define FILE_NOTIFY_VALID_MASK 0xFFF
#endif
#ifndef FILE_NO_COMPRESSION
#define FILE_NO_COMPRESSION 0x8000
#endif
#ifndef FILE_NO_EA_KNOWLEDGE
#define FILE_NO_EA_KNOWLEDGE 0x200
#endif
#ifndef FILE_NO_INTERMEDIATE_BUFFERING
#define FILE_NO_INTERMEDIATE_BUFFERING 0x8
#endif
#ifndef FILE_OCTA_ALIGNMENT
#define FILE_OCTA_ALIGNMENT 0xF
#endif
#ifndef FILE_OPBATCH_BREAK_UNDERWAY
#define FILE_OPBATCH_BREAK_UNDERWAY 0x9
#endif
#ifndef FILE_OPEN
#define FILE_OPEN 0x1
#endif
#ifndef FILE_OPENED
#define FILE_OPENED 0x1
#endif
#ifndef FILE_OPEN_BY_FILE_ID
#define FILE_OPEN_BY_FILE_ID 0x2000
#endif
#ifndef FILE_OPEN_FOR_BACKUP_INTENT
#define FILE_OPEN_FOR_BACKUP_INTENT 0x4000
#endif
#ifndef FILE_OPEN_FOR_FREE_SPACE_QUERY
#define FILE_OPEN_FOR_FREE_SPACE_QUERY 0x00800000
#endif
#ifndef FILE_OPEN_FOR_RECOVERY
#define FILE_OPEN_FOR_RECOVERY 0x400
#endif
#ifndef FILE_OPEN_IF
#define FILE_OPEN_IF 0x3
#endif
#ifndef FILE_OPEN_NO_RECALL
#define FILE_OPEN_NO_RECALL 0x00400000
#endif
#ifndef FILE_OPEN_OFFLINE_FILE
#define FILE_OPEN_OFFLINE_FILE 0x00400000
#endif
#ifndef FILE_OPEN_REMOTE_INSTANCE
#define FILE_OPEN_REMOTE_INSTANCE 0x400
#endif
#ifndef FILE_OPEN_REPARSE_POINT
#define FILE_OPEN_REPARSE_POINT 0x00200000
#endif
#ifndef FILE_OPEN_REQUIRING_OPLOCK
#define FILE_OPEN_REQUIRING_OPLOCK 0x00010000
#endif
#ifndef FILE_OPLOCK_BROKEN_TO_LEVEL_2
#define FILE_OPLOCK_BROKEN_TO_LEVEL_2 0x7
#endif
#ifndef FILE_OPLOCK_BROKEN_TO_NONE
#define FILE_OPLOCK_BROKEN_TO_NONE 0x8
#endif
#ifndef FILE_OVERWRITE
#define FILE_OVERWRITE 0x4
#endif
#ifndef FILE_OVERWRITE_IF
#define FILE_OVERWRITE_IF 0x5
#endif
#ifndef FILE_OVERWRITTEN
#define FILE_OVERWRITTEN 0x3
#endif
#ifndef FILE_PERSISTENT_ACLS
#define FILE_PERSISTENT_ACLS 0x8
#endif
#ifndef FILE_PIPE_ACCEPT_REMOTE_CLIENTS
#define FILE_PIPE_ACCEPT_REMOTE_CLIENTS 0x0
#endif
#ifndef FILE_PIPE_BYTE_STREAM_MODE
#define FILE_PIPE_BYTE_STREAM_MODE 0x0
#endif
#ifndef FILE_PIPE_BYTE_STREAM_TYPE
#define FILE_PIPE_BYTE_STREAM_TYPE 0x0
#endif
#ifndef FILE_PIPE_CLIENT_END
#define FILE_PIPE_CLIENT_END 0x0
#endif
#ifndef FILE_PIPE_CLOSING_STATE
#define FILE_PIPE_CLOSING_STATE 0x4
#endif
#ifndef FILE_PIPE_COMPLETE_OPERATION
#define FILE_PIPE_COMPLETE_OPERATION 0x1
#endif
#ifndef FILE_PIPE_COMPUTER_NAME_LENGTH
#define FILE_PIPE_COMPUTER_NAME_LENGTH 0xF
#endif
#ifndef FILE_PIPE_CONNECTED_STATE
#define FILE_PIPE_CONNECTED_STATE 0x3
#endif
#ifndef FILE_PIPE_DISCONNECTED_STATE
#define FILE_PIPE_DISCONNECTED_STATE 0x1
#endif
#ifndef FILE_PIPE_FULL_DUPLEX
#define FILE_PIPE_FULL_DUPLEX 0x2
#endif
#ifndef FILE_PIPE_INBOUND
#define FILE_PIPE_INBOUND 0x0
#endif
#ifndef FILE_PIPE_LISTENING_STATE
#define FILE_PIPE_LISTENING_STATE 0x2
#endif
#ifndef FILE_PIPE_MESSAGE_MODE
#define FILE_PIPE_MESSAGE_MODE 0x1
#endif
#ifndef FILE_PIPE_MESSAGE_TYPE
#define FILE_PIPE_MESSAGE_TYPE 0x1
#endif
#ifndef FILE_PIPE_OUTBOUND
#define FILE_PIPE_OUTBOUND 0x1
#endif
#ifndef FILE_PIPE_QUEUE_OPERATION
#define FILE_PIPE_QUEUE_OPERATION 0x0
#endif
#ifndef FILE_PIPE_READ_DATA
#define FILE_PIPE_READ_DATA 0x0
#endif
#ifndef FILE_PIPE_REJECT_REMOTE_CLIENTS
#define FILE_PIPE_REJECT_REMOTE_CLIENTS 0x2
#endif
#ifndef FILE_PIPE_SERVER_END
#define FILE_PIPE_SERVER_END 0x1
#endif
#ifndef FILE_PIPE_SYMLINK_FLAG_GLOBAL
#define FILE_PIPE_SYMLINK_FLAG_GLOBAL 0x1
#endif
#ifndef FILE_PIPE_SYMLINK_FLAG_RELATIVE
#define FILE_PIPE_SYMLINK_FLAG_RELATIVE 0x2
#endif
#ifndef FILE_PIPE_SYMLINK_VALID_FLAGS
#define FILE_PIPE_SYMLINK_VALID_FLAGS 0x3
#endif
#ifndef FILE_PIPE_TYPE_BYTE
#define FILE_PIPE_TYPE_BYTE 0x0
#endif
#ifndef FILE_PIPE_TYPE_MESSAGE
#define FILE_PIPE_TYPE_MESSAGE 0x1
#endif
#ifndef FILE_PIPE_TYPE_VALID_MASK
#define FILE_PIPE_TYPE_VALID_MASK 0x3
#endif
#ifndef FILE_PIPE_UNLIMITED_INSTANCES
#define FILE_PIPE_UNLIMITED_INSTANCES 0xFFFFFFFF
#endif
#ifndef FILE_PIPE_WRITE_SPACE
#define FILE_PIPE_WRITE_SPACE 0x1
#endif
#ifndef FILE_PORTABLE_DEVICE
#define FILE_PORTABLE_DEVICE 0x00040000
#endif
#ifndef FILE_PREFETCH_TYPE_FOR_CREATE
#define FILE_PREFETCH_TYPE_FOR_CREATE 0x1
#endif
#ifndef FILE_PREFETCH_TYPE_FOR_CREATE_EX
#define FILE_PREFETCH_TYPE_FOR_CREATE_EX 0x3
#endif
#ifndef FILE_PREFETCH_TYPE_FOR_DIRENUM
#define FILE_PREFETCH_TYPE_FOR_DIRENUM 0x2
#endif
#ifndef FILE_PREFETCH_TYPE_FOR_DIRENUM_EX
#define FILE_PREFETCH_TYPE_FOR_DIRENUM_EX 0x4
#endif
#ifndef FILE_PREFETCH_TYPE_MAX
#define FILE_PREFETCH_TYPE_MAX 0x4
#endif
#ifndef FILE_PROVIDER_COMPRESSION_LZX
#define FILE_PROVIDER_COMPRESSION_LZX 0x1
#endif
#ifndef FILE_PROVIDER_COMPRESSION_MAXIMUM
#define FILE_PROVIDER_COMPRESSION_MAXIMUM 0x4
#endif
#ifndef FILE_PROVIDER_COMPRESSION_XPRESS16K
#define FILE_PROVIDER_COMPRESSION_XPRESS16K 0x3
#endif
#ifndef FILE_PROVIDER_COMPRESSION_XPRESS4K
#define FILE_PROVIDER_COMPRESSION_XPRESS4K 0x0
#endif
#ifndef FILE_PROVIDER_COMPRESSION_XPRESS8K
#define FILE_PROVIDER_COMPRESSION_XPRESS8K 0x2
#endif
#ifndef FILE_PROVIDER_CURRENT_VERSION
#define FILE_PROVIDER_CURRENT_VERSION 0x1
#endif
#ifndef FILE_PROVIDER_FLAG_COMPRESS_ON_WRITE
#define FILE_PROVIDER_FLAG_COMPRESS_ON_WRITE 0x1
#endif
#ifndef FILE_PROVIDER_SINGLE_FILE
#define FILE_PROVIDER_SINGLE_FILE 0x1
#endif
#ifndef FILE_QUAD_ALIGNMENT
#define FILE_QUAD_ALIGNMENT 0x7
#endif
#ifndef FILE_QUERY_INDEX_SPECIFIED
#define FILE_QUERY_INDEX_SPECIFIED 0x4
#endif
#ifndef FILE_QUERY_NO_CURSOR_UPDATE
#define FILE_QUERY_NO_CURSOR_UPDATE 0x10
#endif
#ifndef FILE_QUERY_RESTART_SCAN
#define FILE_QUERY_RESTART_SCAN 0x1
#endif
#ifndef FILE_QUERY_RETURN_ON_DISK_ENTRIES_ONLY
#define FILE_QUERY_RETURN_ON_DISK_ENTRIES_ONLY 0x8
#endif
#ifndef FILE_QUERY_RETURN_SINGLE_ENTRY
#define FILE_QUERY_RETURN_SINGLE_ENTRY 0x2
#endif
#ifndef FILE_RANDOM_ACCESS
#define FILE_RANDOM_ACCESS 0x800
#endif
#ifndef FILE_READ_ACCESS
#define FILE_READ_ACCESS 0x1
#endif
#ifndef FILE_READ_ATTRIBUTES
#define FILE_READ_ATTRIBUTES 0x80
#endif
#ifndef FILE_READ_DATA
#define FILE_READ_DATA 0x1
#endif
#ifndef FILE_READ_EA
#define FILE_READ_EA 0x8
#endif
#ifndef FILE_READ_ONLY
#define FILE_READ_ONLY 0x8
#endif
#ifndef FILE_READ_ONLY_DEVICE
#define FILE_READ_ONLY_DEVICE 0x2
#endif
#ifndef FILE_READ_ONLY_VOLUME
#define FILE_READ_ONLY_VOLUME 0x00080000
#endif
#ifndef FILE_READ_PROPERTIES
#define FILE_READ_PROPERTIES 0x8
#endif
#ifndef FILE_REGION_USAGE_HUGE_PAGE_ALIGNMENT
#define FILE_REGION_USAGE_HUGE_PAGE_ALIGNMENT 0x10
#endif
#ifndef FILE_REGION_USAGE_LARGE_PAGE_ALIGNMENT
#define FILE_REGION_USAGE_LARGE_PAGE_ALIGNMENT 0x8
#endif
#ifndef FILE_REGION_USAGE_OTHER_PAGE_ALIGNMENT
#define FILE_REGION_USAGE_OTHER_PAGE_ALIGNMENT 0x4
#endif
#ifndef FILE_REGION_USAGE_QUERY_ALIGNMENT
#define FILE_REGION_USAGE_QUERY_ALIGNMENT 0x8
#endif
#ifndef FILE_REGION_USAGE_VALID_CACHED_DATA
#define FILE_REGION_USAGE_VALID_CACHED_DATA 0x1
#endif
#ifndef FILE_REGION_USAGE_VALID_NONCACHED_DATA
#define FILE_REGION_USAGE_VALID_NONCACHED_DATA 0x2
#endif
#ifndef FILE_REMOTE_DEVICE
#define FILE_REMOTE_DEVICE 0x10
#endif
#ifndef FILE_REMOTE_DEVICE_VSMB
#define FILE_REMOTE_DEVICE_VSMB 0x00080000
#endif
#ifndef FILE_REMOVABLE_MEDIA
#define FILE_REMOVABLE_MEDIA 0x1
#endif
#ifndef FILE_RENAME_FLAG_POSIX_SEMANTICS
#define FILE_RENAME_FLAG_POSIX_SEMANTICS 0x2
#endif
#ifndef FILE_RENAME_FLAG_REPLACE_IF_EXISTS
#define FILE_RENAME_FLAG_REPLACE_IF_EXISTS 0x1
#endif
#ifndef FILE_RENAME_FLAG_SUPPRESS_PIN_STATE_INHERITANCE
#define FILE_RENAME_FLAG_SUPPRESS_PIN_STATE_INHERITANCE 0x4
#endif
#ifndef FILE_RENAME_FORCE_RESIZE_SOURCE_SR
#define FILE_RENAME_FORCE_RESIZE_SOURCE_SR 0x100
#endif
#ifndef FILE_RENAME_FORCE_RESIZE_SR
#define FILE_RENAME_FORCE_RESIZE_SR 0x180
#endif
#ifndef FILE_RENAME_FORCE_RESIZE_TARGET_SR
#define FILE_RENAME_FORCE_RESIZE_TARGET_SR 0x80
#endif
#ifndef FILE_RENAME_IGNORE_READONLY_ATTRIBUTE
#define FILE_RENAME_IGNORE_READONLY_ATTRIBUTE 0x40
#endif
#ifndef FILE_RENAME_NO_DECREASE_AVAILABLE_SPACE
#define FILE_RENAME_NO_DECREASE_AVAILABLE_SPACE 0x20
#endif
#ifndef FILE_RENAME_NO_INCREASE_AVAILABLE_SPACE
#define FILE_RENAME_NO_INCREASE_AVAILABLE_SPACE 0x10
#endif
#ifndef FILE_RENAME_POSIX_SEMANTICS
#define FILE_RENAME_POSIX_SEMANTICS 0x2
#endif
#ifndef FILE_RENAME_PRESERVE_AVAILABLE_SPACE
#define FILE_RENAME_PRESERVE_AVAILABLE_SPACE 0x30
#endif
#ifndef FILE_RENAME_REPLACE_IF_EXISTS
#define FILE_RENAME_REPLACE_IF_EXISTS 0x1
#endif
#ifndef FILE_RENAME_SUPPRESS_PIN_STATE_INHERITANCE
#define FILE_RENAME_SUPPRESS_PIN_STATE_INHERITANCE 0x4
#endif
#ifndef FILE_RENAME_SUPPRESS_STORAGE_RESERVE_INHERITANCE
#define FILE_RENAME_SUPPRESS_STORAGE_RESERVE_INHERITANCE 0x8
#endif
#ifndef FILE_RESERVE_OPFILTER
#define FILE_RESERVE_OPFILTER 0x00100000
#endif
#ifndef FILE_RETURNS_CLEANUP_RESULT_INFO
#define FILE_RETURNS_CLEANUP_RESULT_INFO 0x200
#endif
#ifndef FILE_ROOT_DIR
#define FILE_ROOT_DIR 0x3
#endif
#ifndef FILE_SEQUENTIAL_ONLY
#define FILE_SEQUENTIAL_ONLY 0x4
#endif
#ifndef FILE_SEQUENTIAL_WRITE_ONCE
#define FILE_SEQUENTIAL_WRITE_ONCE 0x00100000
#endif
#ifndef FILE_SESSION_AWARE
#define FILE_SESSION_AWARE 0x00040000
#endif
#ifndef FILE_SET_ENCRYPTION
#define FILE_SET_ENCRYPTION 0x1
#endif
#ifndef FILE_SHARE_DELETE
#define FILE_SHARE_DELETE 0x4
#endif
#ifndef FILE_SHARE_NONE
#define FILE_SHARE_NONE 0x0
#endif
#ifndef FILE_SHARE_READ
#define FILE_SHARE_READ 0x1
#endif
#ifndef FILE_SHARE_VALID_FLAGS
#define FILE_SHARE_VALID_FLAGS 0x7
#endif
#ifndef FILE_SHARE_WRITE
#define FILE_SHARE_WRITE 0x2
#endif
#ifndef FILE_SKIP_COMPLETION_PORT_ON_SUCCESS
#define FILE_SKIP_COMPLETION_PORT_ON_SUCCESS 0x1
#endif
#ifndef FILE_SKIP_SET_EVENT_ON_HANDLE
#define FILE_SKIP_SET_EVENT_ON_HANDLE 0x2
#endif
#ifndef FILE_SKIP_SET_USER_EVENT_ON_FAST_IO
#define FILE_SKIP_SET_USER_EVENT_ON_FAST_IO 0x4
#endif
#ifndef FILE_SPECIAL_ACCESS
#define FILE_SPECIAL_ACCESS 0x0
#endif
#ifndef FILE_STORAGE_TIER_DESCRIPTION_LENGTH
#define FILE_STORAGE_TIER_DESCRIPTION_LENGTH 0x200
#endif
#ifndef FILE_STORAGE_TIER_FLAG_NO_SEEK_PENALTY
#define FILE_STORAGE_TIER_FLAG_NO_SEEK_PENALTY 0x00020000
#endif
#ifndef FILE_STORAGE_TIER_FLAG_PARITY
#define FILE_STORAGE_TIER_FLAG_PARITY 0x00800000
#endif
#ifndef FILE_STORAGE_TIER_FLAG_READ_CACHE
#define FILE_STORAGE_TIER_FLAG_READ_CACHE 0x00400000
#endif
#ifndef FILE_STORAGE_TIER_FLAG_SMR
#define FILE_STORAGE_TIER_FLAG_SMR 0x01000000
#endif
#ifndef FILE_STORAGE_TIER_FLAG_WRITE_BACK_CACHE
#define FILE_STORAGE_TIER_FLAG_WRITE_BACK_CACHE 0x00200000
#endif
#ifndef FILE_STORAGE_TIER_NAME_LENGTH
#define FILE_STORAGE_TIER_NAME_LENGTH 0x100
#endif
#ifndef FILE_STORAGE_TYPE_CATALOG
#define FILE_STORAGE_TYPE_CATALOG 0x00050000
#endif
#ifndef FILE_STORAGE_TYPE_DEFAULT
#define FILE_STORAGE_TYPE_DEFAULT 0x00010000
#endif
#ifndef FILE_STORAGE_TYPE_DIRECTORY
#define FILE_STORAGE_TYPE_DIRECTORY 0x00020000
#endif
#ifndef FILE_STORAGE_TYPE_EMBEDDING
#define FILE_STORAGE_TYPE_EMBEDDING 0x00070000
#endif
#ifndef FILE_STORAGE_TYPE_FILE
#define FILE_STORAGE_TYPE_FILE 0x00030000
#endif
#ifndef FILE_STORAGE_TYPE_JUNCTION_POINT
#define FILE_STORAGE_TYPE_JUNCTION_POINT 0x00040000
#endif
#ifndef FILE_STORAGE_TYPE_MASK
#define FILE_STORAGE_TYPE_MASK 0x000F0000
#endif
#ifndef FILE_STORAGE_TYPE_SHIFT
#define FILE_STORAGE_TYPE_SHIFT 0x10
#endif
#ifndef FILE_STORAGE_TYPE_SPECIFIED
#define FILE_STORAGE_TYPE_SPECIFIED 0x41
#endif
#ifndef FILE_STORAGE_TYPE_STREAM
#define FILE_STORAGE_TYPE_STREAM 0x00080000
#endif
#ifndef FILE_STORAGE_TYPE_STRUCTURED_STORAGE
#define FILE_STORAGE_TYPE_STRUCTURED_STORAGE 0x00060000
#endif
#ifndef FILE_STRUCTURED_STORAGE
#define FILE_STRUCTURED_STORAGE 0x441
#endif
#ifndef FILE_SUPERSEDE
#define FILE_SUPERSEDE 0x0
#endif
#ifndef FILE_SUPERSEDED
#define FILE_SUPERSEDED 0x0
#endif
#ifndef FILE_SUPPORTS_BLOCK_REFCOUNTING
#define FILE_SUPPORTS_BLOCK_REFCOUNTING 0x08000000
#endif
#ifndef FILE_SUPPORTS_BYPASS_IO
#define FILE_SUPPORTS_BYPASS_IO 0x800
#endif
#ifndef FILE_SUPPORTS_CASE_SENSITIVE_DIRS
#define FILE_SUPPORTS_CASE_SENSITIVE_DIRS 0x2000
#endif
#ifndef FILE_SUPPORTS_ENCRYPTION
#define FILE_SUPPORTS_ENCRYPTION 0x00020000
#endif
#ifndef FILE_SUPPORTS_EXTENDED_ATTRIBUTES
#define FILE_SUPPORTS_EXTENDED_ATTRIBUTES 0x00800000
#endif
#ifndef FILE_SUPPORTS_GHOSTING
#define FILE_SUPPORTS_GHOSTING 0x40000000
#endif
#ifndef FILE_SUPPORTS_HARD_LINKS
#define FILE_SUPPORTS_HARD_LINKS 0x00400000
#endif
#ifndef FILE_SUPPORTS_INTEGRITY_STREAMS
#define FILE_SUPPORTS_INTEGRITY_STREAMS 0x04000000
#endif
#ifndef FILE_SUPPORTS_OBJECT_IDS
#define FILE_SUPPORTS_OBJECT_IDS 0x00010000
#endif
#ifndef FILE_SUPPORTS_OPEN_BY_FILE_ID
#define FILE_SUPPORTS_OPEN_BY_FILE_ID 0x01000000
#endif
#ifndef FILE_SUPPORTS_POSIX_UNLINK_RENAME
#define FILE_SUPPORTS_POSIX_UNLINK_RENAME 0x400
#endif
#ifndef FILE_SUPPORTS_REMOTE_STORAGE
#define FILE_SUPPORTS_REMOTE_STORAGE 0x100
#endif
#ifndef FILE_SUPPORTS_REPARSE_POINTS
#define FILE_SUPPORTS_REPARSE_POINTS 0x80
#endif
#ifndef FILE_SUPPORTS_SPARSE_FILES
#define FILE_SUPPORTS_SPARSE_FILES 0x40
#endif
#ifndef FILE_SUPPORTS_SPARSE_VDL
#define FILE_SUPPORTS_SPARSE_VDL 0x10000000
#endif
#ifndef FILE_SUPPORTS_STREAM_SNAPSHOTS
#define FILE_SUPPORTS_STREAM_SNAPSHOTS 0x1000
#endif
#ifndef FILE_SUPPORTS_TRANSACTIONS
#define FILE_SUPPORTS_TRANSACTIONS 0x00200000
#endif
#ifndef FILE_SUPPORTS_USN_JOURNAL
#define FILE_SUPPORTS_USN_JOURNAL 0x02000000
#endif
#ifndef FILE_SYNCHRONOUS_IO_ALERT
#define FILE_SYNCHRONOUS_IO_ALERT 0x10
#endif
#ifndef FILE_SYNCHRONOUS_IO_NONALERT
#define FILE_SYNCHRONOUS_IO_NONALERT 0x20
#endif
#ifndef FILE_SYSTEM_ATTR
#define FILE_SYSTEM_ATTR 0x2
#endif
#ifndef FILE_SYSTEM_DIR
#define FILE_SYSTEM_DIR 0x4
#endif
#ifndef FILE_SYSTEM_NOT_SUPPORT
#define FILE_SYSTEM_NOT_SUPPORT 0x6
#endif
#ifndef FILE_TIMESTAMP_UPDATE_DISABLE
#define FILE_TIMESTAMP_UPDATE_DISABLE ((LONGLONG)0xFFFFFFFFFFFFFFFFULL)
#endif
#ifndef FILE_TIMESTAMP_UPDATE_ENABLE
#define FILE_TIMESTAMP_UPDATE_ENABLE ((LONGLONG)0xFFFFFFFFFFFFFFFEULL)
#endif
#ifndef FILE_TRAVERSE
#define FILE_TRAVERSE 0x20
#endif
#ifndef FILE_TYPE_CHAR
#define FILE_TYPE_CHAR 0x2
#endif
#ifndef FILE_TYPE_DISK
#define FILE_TYPE_DISK 0x1
#endif
#ifndef FILE_TYPE_NOTIFICATION_FLAG_USAGE_BEGIN
#define FILE_TYPE_NOTIFICATION_FLAG_USAGE_BEGIN 0x1
#endif
#ifndef FILE_TYPE_NOTIFICATION_FLAG_USAGE_END
#define FILE_TYPE_NOTIFICATION_FLAG_USAGE_END 0x2
#endif
#ifndef FILE_TYPE_PIPE
#define FILE_TYPE_PIPE 0x3
#endif
#ifndef FILE_TYPE_REMOTE
#define FILE_TYPE_REMOTE 0x8000
#endif
#ifndef FILE_TYPE_UNKNOWN
#define FILE_TYPE_UNKNOWN 0x0
#endif
#ifndef FILE_UNICODE_ON_DISK
#define FILE_UNICODE_ON_DISK 0x4
#endif
#ifndef FILE_UNKNOWN
#define FILE_UNKNOWN 0x5
#endif
#ifndef FILE_USER_DISALLOWED
#define FILE_USER_DISALLOWED 0x7
#endif
#ifndef FILE_USE_FILE_POINTER_POSITION
#define FILE_USE_FILE_POINTER_POSITION 0xFFFFFFFE
#endif
#ifndef FILE_VALID_EXTENDED_OPTION_FLAGS
#define FILE_VALID_EXTENDED_OPTION_FLAGS 0x10000000
#endif
#ifndef FILE_VALID_MAILSLOT_OPTION_FLAGS
#define FILE_VALID_MAILSLOT_OPTION_FLAGS 0x32
#endif
#ifndef FILE_VALID_OPTION_FLAGS
#define FILE_VALID_OPTION_FLAGS 0x00FFFFFF
#endif
#ifndef FILE_VALID_PIPE_OPTION_FLAGS
#define FILE_VALID_PIPE_OPTION_FLAGS 0x32
#endif
#ifndef FILE_VALID_SET_FLAGS
#define FILE_VALID_SET_FLAGS 0x36
#endif
#ifndef FILE_VC_CONTENT_INDEX_DISABLED
#define FILE_VC_CONTENT_INDEX_DISABLED 0x8
#endif
#ifndef FILE_VC_LOG_QUOTA_LIMIT
#define FILE_VC_LOG_QUOTA_LIMIT 0x20
#endif
#ifndef FILE_VC_LOG_QUOTA_THRESHOLD
#define FILE_VC_LOG_QUOTA_THRESHOLD 0x10
#endif
#ifndef FILE_VC_LOG_VOLUME_LIMIT
#define FILE_VC_LOG_VOLUME_LIMIT 0x80
#endif
#ifndef FILE_VC_LOG_VOLUME_THRESHOLD
#define FILE_VC_LOG_VOLUME_THRESHOLD 0x40
#endif
#ifndef FILE_VC_QUOTAS_INCOMPLETE
#define FILE_VC_QUOTAS_INCOMPLETE 0x100
#endif
#ifndef FILE_VC_QUOTAS_LOG_VIOLATIONS
#define FILE_VC_QUOTAS_LOG_VIOLATIONS 0x4
#endif
#ifndef FILE_VC_QUOTAS_REBUILDING
#define FILE_VC_QUOTAS_REBUILDING 0x200
#endif
#ifndef FILE_VC_QUOTA_ENFORCE
#define FILE_VC_QUOTA_ENFORCE 0x2
#endif
#ifndef FILE_VC_QUOTA_MASK
#define FILE_VC_QUOTA_MASK 0x3
#endif
#ifndef FILE_VC_QUOTA_NONE
#define FILE_VC_QUOTA_NONE 0x0
#endif
#ifndef FILE_VC_QUOTA_TRACK
#define FILE_VC_QUOTA_TRACK 0x1
#endif
#ifndef FILE_VC_VALID_MASK
#define FILE_VC_VALID_MASK 0x3FF
#endif
#ifndef FILE_VER_GET_LOCALISED
#define FILE_VER_GET_LOCALISED 0x1
#endif
#ifndef FILE_VER_GET_NEUTRAL
#define FILE_VER_GET_NEUTRAL 0x2
#endif
#ifndef FILE_VER_GET_PREFETCHED
#define FILE_VER_GET_PREFETCHED 0x4
#endif
#ifndef FILE_VIRTUAL_VOLUME
#define FILE_VIRTUAL_VOLUME 0x40
#endif
#ifndef FILE_VOLUME_IS_COMPRESSED
#define FILE_VOLUME_IS_COMPRESSED 0x8000
#endif
#ifndef FILE_VOLUME_QUOTAS
#define FILE_VOLUME_QUOTAS 0x20
#endif
#ifndef FILE_WORD_ALIGNMENT
#define FILE_WORD_ALIGNMENT 0x1
#endif
#ifndef FILE_WRITE_ACCESS
#define FILE_WRITE_ACCESS 0x2
#endif
#ifndef FILE_WRITE_ATTRIBUTES
#define FILE_WRITE_ATTRIBUTES 0x100
#endif
#ifndef FILE_WRITE_DATA
#define FILE_WRITE_DATA 0x2
#endif
#ifndef FILE_WRITE_EA
#define FILE_WRITE_EA 0x10
#endif
#ifndef FILE_WRITE_FLAGS_NONE
#define FILE_WRITE_FLAGS_NONE 0x0
#endif
#ifndef FILE_WRITE_FLAGS_WRITE_THROUGH
#define FILE_WRITE_FLAGS_WRITE_THROUGH 0x1
#endif
#ifndef FILE_WRITE_ONCE_MEDIA
#define FILE_WRITE_ONCE_MEDIA 0x8
#endif
#ifndef FILE_WRITE_ONE_MEDIA
#define FILE_WRITE_ONE_MEDIA 0x8
#endif
#ifndef FILE_WRITE_PROPERTIES
#define FILE_WRITE_PROPERTIES 0x10
#endif
#ifndef FILE_WRITE_THROUGH
#define FILE_WRITE_THROUGH 0x2
#endif
#ifndef FILE_WRITE_TO_END_OF_FILE
#define FILE_WRITE_TO_END_OF_FILE 0xFFFFFFFF
#endif
#ifndef FILE_ZERO_DATA_INFORMATION_FLAG_PRESERVE_CACHED_DATA
#define FILE_ZERO_DATA_INFORMATION_FLAG_PRESERVE_CACHED_DATA 0x1
#endif
#ifndef FILESYSTEM_STATISTICS_TYPE_EXFAT
#define FILESYSTEM_STATISTICS_TYPE_EXFAT 0x3
#endif
#ifndef FILESYSTEM_STATISTICS_TYPE_FAT
#define FILESYSTEM_STATISTICS_TYPE_FAT 0x2
#endif
#ifndef FILESYSTEM_STATISTICS_TYPE_NTFS
#define FILESYSTEM_STATISTICS_TYPE_NTFS 0x1
#endif
#ifndef FILESYSTEM_STATISTICS_TYPE_REFS
#define FILESYSTEM_STATISTICS_TYPE_REFS 0x4
#endif
#ifndef FILE_ATTRIBUTE_ARCHIVE
#define FILE_ATTRIBUTE_ARCHIVE 0x20
#endif
#ifndef FILE_ATTRIBUTE_COMPRESSED
#define FILE_ATTRIBUTE_COMPRESSED 0x800
#endif
#ifndef FILE_ATTRIBUTE_DEDICATED
#define FILE_ATTRIBUTE_DEDICATED 0x100
#endif
#ifndef FILE_ATTRIBUTE_DEVICE
#define FILE_ATTRIBUTE_DEVICE 0x40
#endif
#ifndef FILE_ATTRIBUTE_DIRECTORY
#define FILE_ATTRIBUTE_DIRECTORY 0x10
#endif
#ifndef FILE_ATTRIBUTE_EA
#define FILE_ATTRIBUTE_EA 0x00040000
#endif
#ifndef FILE_ATTRIBUTE_ENCRYPTED
#define FILE_ATTRIBUTE_ENCRYPTED 0x4000
#endif
#ifndef FILE_ATTRIBUTE_HIDDEN
#define FILE_ATTRIBUTE_HIDDEN 0x2
#endif
#ifndef FILE_ATTRIBUTE_INTEGRITY_STREAM
#define FILE_ATTRIBUTE_INTEGRITY_STREAM 0x8000
#endif
#ifndef FILE_ATTRIBUTE_NORMAL
#define FILE_ATTRIBUTE_NORMAL 0x80
#endif
#ifndef FILE_ATTRIBUTE_NOT_CONTENT_INDEXED
#define FILE_ATTRIBUTE_NOT_CONTENT_INDEXED 0x2000
#endif
#ifndef FILE_ATTRIBUTE_NO_SCRUB_DATA
#define FILE_ATTRIBUTE_NO_SCRUB_DATA 0x00020000
#endif
#ifndef FILE_ATTRIBUTE_OFFLINE
#define FILE_ATTRIBUTE_OFFLINE 0x1000
#endif
#ifndef FILE_ATTRIBUTE_PINNED
#define FILE_ATTRIBUTE_PINNED 0x00080000
#endif
#ifndef FILE_ATTRIBUTE_READONLY
#define FILE_ATTRIBUTE_READONLY 0x1
#endif
#ifndef FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS
#define FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS 0x00400000
#endif
#ifndef FILE_ATTRIBUTE_RECALL_ON_OPEN
#define FILE_ATTRIBUTE_RECALL_ON_OPEN 0x00040000
#endif
#ifndef FILE_ATTRIBUTE_REPARSE_POINT
#define FILE_ATTRIBUTE_REPARSE_POINT 0x400
#endif
#ifndef FILE_ATTRIBUTE_SPARSE_FILE
#define FILE_ATTRIBUTE_SPARSE_FILE 0x200
#endif
#ifndef FILE_ATTRIBUTE_STRICTLY_SEQUENTIAL
#define FILE_ATTRIBUTE_STRICTLY_SEQUENTIAL 0x20000000
#endif
#ifndef FILE_ATTRIBUTE_SYSTEM
#define FILE_ATTRIBUTE_SYSTEM 0x4
#endif
#ifndef FILE_ATTRIBUTE_TEMPORARY
#define FILE_ATTRIBUTE_TEMPORARY 0x100
#endif
#ifndef FILE_ATTRIBUTE_UNPINNED
#define FILE_ATTRIBUTE_UNPINNED 0x00100000
#endif
#ifndef FILE_ATTRIBUTE_VALID_FLAGS
#define FILE_ATTRIBUTE_VALID_FLAGS 0x7FB7
#endif
#ifndef FILE_ATTRIBUTE_VALID_KERNEL_SET_FLAGS
#define FILE_ATTRIBUTE_VALID_KERNEL_SET_FLAGS 0x005A31A7
#endif
#ifndef FILE_ATTRIBUTE_VALID_SET_FLAGS
#define FILE_ATTRIBUTE_VALID_SET_FLAGS 0x31A7
#endif
#ifndef FILE_ATTRIBUTE_VIRTUAL
#define FILE_ATTRIBUTE_VIRTUAL 0x00010000
#endif
#ifndef FILE_DEVICE_8042_PORT
#define FILE_DEVICE_8042_PORT 0x27
#endif
#ifndef FILE_DEVICE_ACPI
#define FILE_DEVICE_ACPI 0x32
#endif
#ifndef FILE_DEVICE_ALLOW_APPCONTAINER_TRAVERSAL
#define FILE_DEVICE_ALLOW_APPCONTAINER_TRAVERSAL 0x00020000
#endif
#ifndef FILE_DEVICE_BATTERY
#define FILE_DEVICE_BATTERY 0x29
#endif
#ifndef FILE_DEVICE_BEEP
#define FILE_DEVICE_BEEP 0x1
#endif
#ifndef FILE_DEVICE_BIOMETRIC
#define FILE_DEVICE_BIOMETRIC 0x44
#endif
#ifndef FILE_DEVICE_BLUETOOTH
#define FILE_DEVICE_BLUETOOTH 0x41
#endif
#ifndef FILE_DEVICE_BUS_EXTENDER
#define FILE_DEVICE_BUS_EXTENDER 0x2A
#endif
#ifndef FILE_DEVICE_CD_ROM
#define FILE_DEVICE_CD_ROM 0x2
#endif
#ifndef FILE_DEVICE_CD_ROM_FILE_SYSTEM
#define FILE_DEVICE_CD_ROM_FILE_SYSTEM 0x3
#endif
#ifndef FILE_DEVICE_CHANGER
#define FILE_DEVICE_CHANGER 0x30
#endif
#ifndef FILE_DEVICE_CONSOLE
#define FILE_DEVICE_CONSOLE 0x50
#endif
#ifndef FILE_DEVICE_CONTROLLER
#define FILE_DEVICE_CONTROLLER 0x4
#endif
#ifndef FILE_DEVICE_CRYPT_PROVIDER
#define FILE_DEVICE_CRYPT_PROVIDER 0x3F
#endif
#ifndef FILE_DEVICE_DATALINK
#define FILE_DEVICE_DATALINK 0x5
#endif
#ifndef FILE_DEVICE_DEVAPI
#define FILE_DEVICE_DEVAPI 0x47
#endif
#ifndef FILE_DEVICE_DFS
#define FILE_DEVICE_DFS 0x6
#endif
#ifndef FILE_DEVICE_DFS_FILE_SYSTEM
#define FILE_DEVICE_DFS_FILE_SYSTEM 0x35
#endif
#ifndef FILE_DEVICE_DFS_VOLUME
#define FILE_DEVICE_DFS_VOLUME 0x36
#endif
#ifndef FILE_DEVICE_DISK
#define FILE_DEVICE_DISK 0x7
#endif
#ifndef FILE_DEVICE_DISK_FILE_SYSTEM
#define FILE_DEVICE_DISK_FILE_SYSTEM 0x8
#endif
#ifndef FILE_DEVICE_DVD
#define FILE_DEVICE_DVD 0x33
#endif
#ifndef FILE_DEVICE_EHSTOR
#define FILE_DEVICE_EHSTOR 0x46
#endif
#ifndef FILE_DEVICE_EVENT_COLLECTOR
#define FILE_DEVICE_EVENT_COLLECTOR 0x5F
#endif
#ifndef FILE_DEVICE_FILE_SYSTEM
#define FILE_DEVICE_FILE_SYSTEM 0x9
#endif
#ifndef FILE_DEVICE_FIPS
#define FILE_DEVICE_FIPS 0x3A
#endif
#ifndef FILE_DEVICE_FULLSCREEN_VIDEO
#define FILE_DEVICE_FULLSCREEN_VIDEO 0x34
#endif
#ifndef FILE_DEVICE_GPIO
#define FILE_DEVICE_GPIO 0x48
#endif
#ifndef FILE_DEVICE_HOLOGRAPHIC
#define FILE_DEVICE_HOLOGRAPHIC 0x5B
#endif
#ifndef FILE_DEVICE_INFINIBAND
#define FILE_DEVICE_INFINIBAND 0x3B
#endif
#ifndef FILE_DEVICE_INPORT_PORT
#define FILE_DEVICE_INPORT_PORT 0xA
#endif
#ifndef FILE_DEVICE_IS_MOUNTED
#define FILE_DEVICE_IS_MOUNTED 0x20
#endif
#ifndef FILE_DEVICE_KEYBOARD
#define FILE_DEVICE_KEYBOARD 0xB
#endif
#ifndef FILE_DEVICE_KS
#define FILE_DEVICE_KS 0x2F
#endif
#ifndef FILE_DEVICE_KSEC
#define FILE_DEVICE_KSEC 0x39
#endif
#ifndef FILE_DEVICE_MAILSLOT
#define FILE_DEVICE_MAILSLOT 0xC
#endif
#ifndef FILE_DEVICE_MASS_STORAGE
#define FILE_DEVICE_MASS_STORAGE 0x2D
#endif
#ifndef FILE_DEVICE_MIDI_IN
#define FILE_DEVICE_MIDI_IN 0xD
#endif
#ifndef FILE_DEVICE_MIDI_OUT
#define FILE_DEVICE_MIDI_OUT 0xE
#endif
#ifndef FILE_DEVICE_MODEM
#define FILE_DEVICE_MODEM 0x2B
#endif
#ifndef FILE_DEVICE_MOUSE
#define FILE_DEVICE_MOUSE 0xF
#endif
#ifndef FILE_DEVICE_MT_COMPOSITE
#define FILE_DEVICE_MT_COMPOSITE 0x42
#endif
#ifndef FILE_DEVICE_MT_TRANSPORT
#define FILE_DEVICE_MT_TRANSPORT 0x43
#endif
#ifndef FILE_DEVICE_MULTI_UNC_PROVIDER
#define FILE_DEVICE_MULTI_UNC_PROVIDER 0x10
#endif
#ifndef FILE_DEVICE_NAMED_PIPE
#define FILE_DEVICE_NAMED_PIPE 0x11
#endif
#ifndef FILE_DEVICE_NETWORK
#define FILE_DEVICE_NETWORK 0x12
#endif
#ifndef FILE_DEVICE_NETWORK_BROWSER
#define FILE_DEVICE_NETWORK_BROWSER 0x13
#endif
#ifndef FILE_DEVICE_NETWORK_FILE_SYSTEM
#define FILE_DEVICE_NETWORK_FILE_SYSTEM 0x14
#endif
#ifndef FILE_DEVICE_NETWORK_REDIRECTOR
#define FILE_DEVICE_NETWORK_REDIRECTOR 0x28
#endif
#ifndef FILE_DEVICE_NFP
#define FILE_DEVICE_NFP 0x51
#endif
#ifndef FILE_DEVICE_NULL
#define FILE_DEVICE_NULL 0x15
#endif
#ifndef FILE_DEVICE_NVDIMM
#define FILE_DEVICE_NVDIMM 0x5A
#endif
#ifndef FILE_DEVICE_PARALLEL_PORT
#define FILE_DEVICE_PARALLEL_PORT 0x16
#endif
#ifndef FILE_DEVICE_PERSISTENT_MEMORY
#define FILE_DEVICE_PERSISTENT_MEMORY 0x59
#endif
#ifndef FILE_DEVICE_PHYSICAL_NETCARD
#define FILE_DEVICE_PHYSICAL_NETCARD 0x17
#endif
#ifndef FILE_DEVICE_PMI
#define FILE_DEVICE_PMI 0x45
#endif
#ifndef FILE_DEVICE_POINT_OF_SERVICE
#define FILE_DEVICE_POINT_OF_SERVICE 0x54
#endif
#ifndef FILE_DEVICE_PRINTER
#define FILE_DEVICE_PRINTER 0x18
#endif
#ifndef FILE_DEVICE_PRM
#define FILE_DEVICE_PRM 0x5E
#endif
#ifndef FILE_DEVICE_REQUIRE_SECURITY_CHECK
#define FILE_DEVICE_REQUIRE_SECURITY_CHECK 0x00100000
#endif
#ifndef FILE_DEVICE_SCANNER
#define FILE_DEVICE_SCANNER 0x19
#endif
#ifndef FILE_DEVICE_SCREEN
#define FILE_DEVICE_SCREEN 0x1C
#endif
#ifndef FILE_DEVICE_SDFXHCI
#define FILE_DEVICE_SDFXHCI 0x5C
#endif
#ifndef FILE_DEVICE_SECURE_OPEN
#define FILE_DEVICE_SECURE_OPEN 0x100
#endif
#ifndef FILE_DEVICE_SERENUM
#define FILE_DEVICE_SERENUM 0x37
#endif
#ifndef FILE_DEVICE_SERIAL_MOUSE_PORT
#define FILE_DEVICE_SERIAL_MOUSE_PORT 0x1A
#endif
#ifndef FILE_DEVICE_SERIAL_PORT
#define FILE_DEVICE_SERIAL_PORT 0x1B
#endif
#ifndef FILE_DEVICE_SMARTCARD
#define FILE_DEVICE_SMARTCARD 0x31
#endif
#ifndef FILE_DEVICE_SMB
#define FILE_DEVICE_SMB 0x2E
#endif
#ifndef FILE_DEVICE_SOUND
#define FILE_DEVICE_SOUND 0x1D
#endif
#ifndef FILE_DEVICE_SOUNDWIRE
#define FILE_DEVICE_SOUNDWIRE 0x61
#endif
#ifndef FILE_DEVICE_STORAGE_REPLICATION
#define FILE_DEVICE_STORAGE_REPLICATION 0x55
#endif
#ifndef FILE_DEVICE_STREAMS
#define FILE_DEVICE_STREAMS 0x1E
#endif
#ifndef FILE_DEVICE_SYSENV
#define FILE_DEVICE_SYSENV 0x52
#endif
#ifndef FILE_DEVICE_TAPE
#define FILE_DEVICE_TAPE 0x1F
#endif
#ifndef FILE_DEVICE_TAPE_FILE_SYSTEM
#define FILE_DEVICE_TAPE_FILE_SYSTEM 0x20
#endif
#ifndef FILE_DEVICE_TERMSRV
#define FILE_DEVICE_TERMSRV 0x38
#endif
#ifndef FILE_DEVICE_TRANSPORT
#define FILE_DEVICE_TRANSPORT 0x21
#endif
#ifndef FILE_DEVICE_TRUST_ENV
#define FILE_DEVICE_TRUST_ENV 0x56
#endif
#ifndef FILE_DEVICE_UCM
#define FILE_DEVICE_UCM 0x57
#endif
#ifndef FILE_DEVICE_UCMTCPCI
#define FILE_DEVICE_UCMTCPCI 0x58
#endif
#ifndef FILE_DEVICE_UCMUCSI
#define FILE_DEVICE_UCMUCSI 0x5D
#endif
#ifndef FILE_DEVICE_UNKNOWN
#define FILE_DEVICE_UNKNOWN 0x22
#endif
#ifndef FILE_DEVICE_USB4
#define FILE_DEVICE_USB4 0x60
#endif
#ifndef FILE_DEVICE_USBEX
#define FILE_DEVICE_USBEX 0x49
#endif
#ifndef FILE_DEVICE_VDM
#define FILE_DEVICE_VDM 0x2C
#endif
#ifndef FILE_DEVICE_VIDEO
#define FILE_DEVICE_VIDEO 0x23
#endif
#ifndef FILE_DEVICE_VIRTUAL_BLOCK
#define FILE_DEVICE_VIRTUAL_BLOCK 0x53
#endif
#ifndef FILE_DEVICE_VIRTUAL_DISK
#define FILE_DEVICE_VIRTUAL_DISK 0x24
#endif
#ifndef FILE_DEVICE_VMBUS
#define FILE_DEVICE_VMBUS 0x3E
#endif
#ifndef FILE_DEVICE_WAVE_IN
#define FILE_DEVICE_WAVE_IN 0x25
#endif
#ifndef FILE_DEVICE_WAVE_OUT
#define FILE_DEVICE_WAVE_OUT 0x26
#endif
#ifndef FILE_DEVICE_WPD
#define FILE_DEVICE_WPD 0x40
#endif
#ifndef FILL_NV_MEMORY_FLAG_FLUSH
#define FILL_NV_MEMORY_FLAG_FLUSH 0x1
#endif
#ifndef FILL_NV_MEMORY_FLAG_NON_TEMPORAL
#define FILL_NV_MEMORY_FLAG_NON_TEMPORAL 0x2
#endif
#ifndef FILL_NV_MEMORY_FLAG_NO_DRAIN
#define FILL_NV_MEMORY_FLAG_NO_DRAIN 0x100
#endif
#ifndef FILTER_NAME_MAX_BYTES
#define FILTER_NAME_MAX_BYTES 0x1FE
#endif
#ifndef FILTER_NAME_MAX_CHARS
#define FILTER_NAME_MAX_CHARS 0xFF
#endif
#ifndef FLAG_OWNER_POINTER_IS_THREAD
#define FLAG_OWNER_POINTER_IS_THREAD 0x1
#endif
#ifndef FLAG_USN_TRACK_MODIFIED_RANGES_ENABLE
#define FLAG_USN_TRACK_MODIFIED_RANGES_ENABLE 0x1
#endif
#ifndef FLAGS_DELAY_REASONS_BITMAP_SCANNED
#define FLAGS_DELAY_REASONS_BITMAP_SCANNED 0x2
#endif
#ifndef FLAGS_DELAY_REASONS_LOG_FILE_FULL
#define FLAGS_DELAY_REASONS_LOG_FILE_FULL 0x1
#endif
#ifndef FLAGS_END_OF_FILE_INFO_EX_EXTEND_PAGING
#define FLAGS_END_OF_FILE_INFO_EX_EXTEND_PAGING 0x1
#endif
#ifndef FLAGS_END_OF_FILE_INFO_EX_NO_EXTRA_PAGING_EXTEND
#define FLAGS_END_OF_FILE_INFO_EX_NO_EXTRA_PAGING_EXTEND 0x2
#endif
#ifndef FLAGS_END_OF_FILE_INFO_EX_TIME_CONSTRAINED
#define FLAGS_END_OF_FILE_INFO_EX_TIME_CONSTRAINED 0x4
#endif
#ifndef FLT_ALLOCATE_CALLBACK_DATA_PREALLOCATE_ALL_MEMORY
#define FLT_ALLOCATE_CALLBACK_DATA_PREALLOCATE_ALL_MEMORY 0x1
#endif
#ifndef FLT_ALL_CONTEXTS
#define FLT_ALL_CONTEXTS 0x3F
#endif
#ifndef FLT_CONTEXT_END
#define FLT_CONTEXT_END 0xFFFF
#endif
#ifndef FLT_CTL_ATTACH
#define FLT_CTL_ATTACH 0x00088010
#endif
#ifndef FLT_CTL_DETACH
#define FLT_CTL_DETACH 0x00088014
#endif
#ifndef FLT_CTL_FIND_FIRST
#define FLT_CTL_FIND_FIRST 0x00084024
#endif
#ifndef FLT_CTL_FIND_NEXT
#define FLT_CTL_FIND_NEXT 0x00084028
#endif
#ifndef FLT_CTL_GET_INFORMATION
#define FLT_CTL_GET_INFORMATION 0x0008402C
#endif
#ifndef FLT_CTL_GET_MESSAGE
#define FLT_CTL_GET_MESSAGE 0x0008401F
#endif
#ifndef FLT_CTL_LINK_HANDLE
#define FLT_CTL_LINK_HANDLE 0x0008400C
#endif
#ifndef FLT_CTL_LOAD
#define FLT_CTL_LOAD 0x00088004
#endif
#ifndef FLT_CTL_REPLY_MESSAGE
#define FLT_CTL_REPLY_MESSAGE 0x00088023
#endif
#ifndef FLT_CTL_SEND_MESSAGE
#define FLT_CTL_SEND_MESSAGE 0x0008801B
#endif
#ifndef FLT_CTL_UNLOAD
#define FLT_CTL_UNLOAD 0x00088008
#endif
#ifndef FLT_FILE_CONTEXT
#define FLT_FILE_CONTEXT 0x4
#endif
#ifndef FLT_FILE_NAME_ALLOW_QUERY_ON_REPARSE
#define FLT_FILE_NAME_ALLOW_QUERY_ON_REPARSE 0x04000000
#endif
#ifndef FLT_FILE_NAME_DO_NOT_CACHE
#define FLT_FILE_NAME_DO_NOT_CACHE 0x02000000
#endif
#ifndef FLT_FILE_NAME_NORMALIZED
#define FLT_FILE_NAME_NORMALIZED 0x1
#endif
#ifndef FLT_FILE_NAME_OPENED
#define FLT_FILE_NAME_OPENED 0x2
#endif
#ifndef FLT_FILE_NAME_QUERY_ALWAYS_ALLOW_CACHE_LOOKUP
#define FLT_FILE_NAME_QUERY_ALWAYS_ALLOW_CACHE_LOOKUP 0x400
#endif
#ifndef FLT_FILE_NAME_QUERY_CACHE_ONLY
#define FLT_FILE_NAME_QUERY_CACHE_ONLY 0x200
#endif
#ifndef FLT_FILE_NAME_QUERY_DEFAULT
#define FLT_FILE_NAME_QUERY_DEFAULT 0x100
#endif
#ifndef FLT_FILE_NAME_QUERY_FILESYSTEM_ONLY
#define FLT_FILE_NAME_QUERY_FILESYSTEM_ONLY 0x300
#endif
#ifndef FLT_FILE_NAME_REQUEST_FROM_CURRENT_PROVIDER
#define FLT_FILE_NAME_REQUEST_FROM_CURRENT_PROVIDER 0x01000000
#endif
#ifndef FLT_FILE_NAME_SHORT
#define FLT_FILE_NAME_SHORT 0x3
#endif
#ifndef FLT_FLUSH_TYPE_DATA_SYNC_ONLY
#define FLT_FLUSH_TYPE_DATA_SYNC_ONLY 0x8
#endif
#ifndef FLT_FLUSH_TYPE_FILE_DATA_ONLY
#define FLT_FLUSH_TYPE_FILE_DATA_ONLY 0x2
#endif
#ifndef FLT_FLUSH_TYPE_FLUSH_AND_PURGE
#define FLT_FLUSH_TYPE_FLUSH_AND_PURGE 0x1
#endif
#ifndef FLT_FLUSH_TYPE_NO_SYNC
#define FLT_FLUSH_TYPE_NO_SYNC 0x4
#endif
#ifndef FLT_FSTYPE_CIMFS
#define FLT_FSTYPE_CIMFS 0x1E
#endif
#ifndef FLT_INSTANCE_CONTEXT
#define FLT_INSTANCE_CONTEXT 0x2
#endif
#ifndef FLT_INTERNAL_OPERATION_COUNT
#define FLT_INTERNAL_OPERATION_COUNT 0x16
#endif
#ifndef FLT_MAX_DEVICE_REPARSE_ATTEMPTS
#define FLT_MAX_DEVICE_REPARSE_ATTEMPTS 0x40
#endif
#ifndef FLT_MAX_TRANSACTION_NOTIFICATIONS
#define FLT_MAX_TRANSACTION_NOTIFICATIONS 0x4000000F
#endif
#ifndef FLT_MGR_AFTER_XPSP2
#define FLT_MGR_AFTER_XPSP2 0x1
#endif
#ifndef FLT_MGR_BASELINE
#define FLT_MGR_BASELINE 0x1
#endif
#ifndef FLT_MGR_LONGHORN
#define FLT_MGR_LONGHORN 0x1
#endif
#ifndef FLT_MGR_WIN7
#define FLT_MGR_WIN7 0x1
#endif
#ifndef FLT_PORT_ALL_ACCESS
#define FLT_PORT_ALL_ACCESS 0x001F0001
#endif
#ifndef FLT_PORT_CONNECT
#define FLT_PORT_CONNECT 0x1
#endif
#ifndef FLT_PORT_CONTEXT_MAX
#define FLT_PORT_CONTEXT_MAX 0xFFE8
#endif
#ifndef FLT_PORT_FLAG_SYNC_HANDLE
#define FLT_PORT_FLAG_SYNC_HANDLE 0x1
#endif
#ifndef FLT_PORT_FULL_EA_SIZE
#define FLT_PORT_FULL_EA_SIZE 0x13
#endif
#ifndef FLT_PORT_FULL_EA_VALUE_SIZE
#define FLT_PORT_FULL_EA_VALUE_SIZE 0x18
#endif
#ifndef FLT_PUSH_LOCK_DISABLE_AUTO_BOOST
#define FLT_PUSH_LOCK_DISABLE_AUTO_BOOST 0x2
#endif
#ifndef FLT_PUSH_LOCK_ENABLE_AUTO_BOOST
#define FLT_PUSH_LOCK_ENABLE_AUTO_BOOST 0x1
#endif
#ifndef FLT_PUSH_LOCK_VALID_FLAGS
#define FLT_PUSH_LOCK_VALID_FLAGS 0x3
#endif
#ifndef FLT_REGISTRATION_VERSION
#define FLT_REGISTRATION_VERSION 0x203
#endif
#ifndef FLT_REGISTRATION_VERSION_0200
#define FLT_REGISTRATION_VERSION_0200 0x200
#endif
#ifndef FLT_REGISTRATION_VERSION_0201
#define FLT_REGISTRATION_VERSION_0201 0x201
#endif
#ifndef FLT_REGISTRATION_VERSION_0202
#define FLT_REGISTRATION_VERSION_0202 0x202
#endif
#ifndef FLT_REGISTRATION_VERSION_0203
#define FLT_REGISTRATION_VERSION_0203 0x203
#endif
#ifndef FLT_SECTION_CONTEXT
#define FLT_SECTION_CONTEXT 0x40
#endif
#ifndef FLT_STREAMHANDLE_CONTEXT
#define FLT_STREAMHANDLE_CONTEXT 0x10
#endif
#ifndef FLT_STREAM_CONTEXT
#define FLT_STREAM_CONTEXT 0x8
#endif
#ifndef FLT_TAG_DATA_BUFFER_HEADER_SIZE
#define FLT_TAG_DATA_BUFFER_HEADER_SIZE 0x8
#endif
#ifndef FLT_TRANSACTION_CONTEXT
#define FLT_TRANSACTION_CONTEXT 0x20
#endif
#ifndef FLT_VALID_FILE_NAME_FLAGS
#define FLT_VALID_FILE_NAME_FLAGS 0xFF000000
#endif
#ifndef FLT_VALID_FILE_NAME_FORMATS
#define FLT_VALID_FILE_NAME_FORMATS 0xFF
#endif
#ifndef FLT_VALID_FILE_NAME_QUERY_METHODS
#define FLT_VALID_FILE_NAME_QUERY_METHODS 0xFF00
#endif
#ifndef FLT_VARIABLE_SIZED_CONTEXTS
#define FLT_VARIABLE_SIZED_CONTEXTS ((LONG)0xFFFFFFFF)
#endif
#ifndef FLT_VOLUME_CONTEXT
#define FLT_VOLUME_CONTEXT 0x1
#endif
#ifndef FLTFL_AGGREGATE_INFO_IS_LEGACYFILTER
#define FLTFL_AGGREGATE_INFO_IS_LEGACYFILTER 0x2
#endif
#ifndef FLTFL_AGGREGATE_INFO_IS_MINIFILTER
#define FLTFL_AGGREGATE_INFO_IS_MINIFILTER 0x1
#endif
#ifndef FLTFL_ASI_IS_LEGACYFILTER
#define FLTFL_ASI_IS_LEGACYFILTER 0x2
#endif
#ifndef FLTFL_ASI_IS_MINIFILTER
#define FLTFL_ASI_IS_MINIFILTER 0x1
#endif
#ifndef FLTFL_CALLBACK_DATA_DIRTY
#define FLTFL_CALLBACK_DATA_DIRTY 0x80000000
#endif
#ifndef FLTFL_CALLBACK_DATA_DRAINING_IO
#define FLTFL_CALLBACK_DATA_DRAINING_IO 0x00040000
#endif
#ifndef FLTFL_CALLBACK_DATA_FAST_IO_OPERATION
#define FLTFL_CALLBACK_DATA_FAST_IO_OPERATION 0x2
#endif
#ifndef FLTFL_CALLBACK_DATA_FS_FILTER_OPERATION
#define FLTFL_CALLBACK_DATA_FS_FILTER_OPERATION 0x4
#endif
#ifndef FLTFL_CALLBACK_DATA_GENERATED_IO
#define FLTFL_CALLBACK_DATA_GENERATED_IO 0x00010000
#endif
#ifndef FLTFL_CALLBACK_DATA_IRP_OPERATION
#define FLTFL_CALLBACK_DATA_IRP_OPERATION 0x1
#endif
#ifndef FLTFL_CALLBACK_DATA_NEW_SYSTEM_BUFFER
#define FLTFL_CALLBACK_DATA_NEW_SYSTEM_BUFFER 0x00100000
#endif
#ifndef FLTFL_CALLBACK_DATA_POST_OPERATION
#define FLTFL_CALLBACK_DATA_POST_OPERATION 0x00080000
#endif
#ifndef FLTFL_CALLBACK_DATA_REISSUED_IO
#define FLTFL_CALLBACK_DATA_REISSUED_IO 0x00020000
#endif
#ifndef FLTFL_CALLBACK_DATA_REISSUE_MASK
#define FLTFL_CALLBACK_DATA_REISSUE_MASK 0xFFFF
#endif
#ifndef FLTFL_CALLBACK_DATA_SYSTEM_BUFFER
#define FLTFL_CALLBACK_DATA_SYSTEM_BUFFER 0x8
#endif
#ifndef FLTFL_CONTEXT_REGISTRATION_NO_EXACT_SIZE_MATCH
#define FLTFL_CONTEXT_REGISTRATION_NO_EXACT_SIZE_MATCH 0x1
#endif
#ifndef FLTFL_FILE_NAME_PARSED_EXTENSION
#define FLTFL_FILE_NAME_PARSED_EXTENSION 0x2
#endif
#ifndef FLTFL_FILE_NAME_PARSED_FINAL_COMPONENT
#define FLTFL_FILE_NAME_PARSED_FINAL_COMPONENT 0x1
#endif
#ifndef FLTFL_FILE_NAME_PARSED_PARENT_DIR
#define FLTFL_FILE_NAME_PARSED_PARENT_DIR 0x8
#endif
#ifndef FLTFL_FILE_NAME_PARSED_STREAM
#define FLTFL_FILE_NAME_PARSED_STREAM 0x4
#endif
#ifndef FLTFL_FILTER_UNLOAD_MANDATORY
#define FLTFL_FILTER_UNLOAD_MANDATORY 0x1
#endif
#ifndef FLTFL_IASIL_DETACHED_VOLUME
#define FLTFL_IASIL_DETACHED_VOLUME 0x1
#endif
#ifndef FLTFL_IASIM_DETACHED_VOLUME
#define FLTFL_IASIM_DETACHED_VOLUME 0x1
#endif
#ifndef FLTFL_IASI_IS_LEGACYFILTER
#define FLTFL_IASI_IS_LEGACYFILTER 0x2
#endif
#ifndef FLTFL_IASI_IS_MINIFILTER
#define FLTFL_IASI_IS_MINIFILTER 0x1
#endif
#ifndef FLTFL_INSTANCE_SETUP_AUTOMATIC_ATTACHMENT
#define FLTFL_INSTANCE_SETUP_AUTOMATIC_ATTACHMENT 0x1
#endif
#ifndef FLTFL_INSTANCE_SETUP_DETACHED_VOLUME
#define FLTFL_INSTANCE_SETUP_DETACHED_VOLUME 0x8
#endif
#ifndef FLTFL_INSTANCE_SETUP_MANUAL_ATTACHMENT
#define FLTFL_INSTANCE_SETUP_MANUAL_ATTACHMENT 0x2
#endif
#ifndef FLTFL_INSTANCE_SETUP_NEWLY_MOUNTED_VOLUME
#define FLTFL_INSTANCE_SETUP_NEWLY_MOUNTED_VOLUME 0x4
#endif
#ifndef FLTFL_INSTANCE_TEARDOWN_FILTER_UNLOAD
#define FLTFL_INSTANCE_TEARDOWN_FILTER_UNLOAD 0x2
#endif
#ifndef FLTFL_INSTANCE_TEARDOWN_INTERNAL_ERROR
#define FLTFL_INSTANCE_TEARDOWN_INTERNAL_ERROR 0x10
#endif
#ifndef FLTFL_INSTANCE_TEARDOWN_MANDATORY_FILTER_UNLOAD
#define FLTFL_INSTANCE_TEARDOWN_MANDATORY_FILTER_UNLOAD 0x4
#endif
#ifndef FLTFL_INSTANCE_TEARDOWN_MANUAL
#define FLTFL_INSTANCE_TEARDOWN_MANUAL 0x1
#endif
#ifndef FLTFL_INSTANCE_TEARDOWN_VOLUME_DISMOUNT
#define FLTFL_INSTANCE_TEARDOWN_VOLUME_DISMOUNT 0x8
#endif
#ifndef FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET
#define FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET 0x4
#endif
#ifndef FLTFL_IO_OPERATION_NON_CACHED
#define FLTFL_IO_OPERATION_NON_CACHED 0x1
#endif
#ifndef FLTFL_IO_OPERATION_PAGING
#define FLTFL_IO_OPERATION_PAGING 0x2
#endif
#ifndef FLTFL_IO_OPERATION_SYNCHRONOUS_PAGING
#define FLTFL_IO_OPERATION_SYNCHRONOUS_PAGING 0x8
#endif
#ifndef FLTFL_NORMALIZE_NAME_CASE_SENSITIVE
#define FLTFL_NORMALIZE_NAME_CASE_SENSITIVE 0x1
#endif
#ifndef FLTFL_NORMALIZE_NAME_DESTINATION_FILE_NAME
#define FLTFL_NORMALIZE_NAME_DESTINATION_FILE_NAME 0x2
#endif
#ifndef FLTFL_OPERATION_REGISTRATION_SKIP_CACHED_IO
#define FLTFL_OPERATION_REGISTRATION_SKIP_CACHED_IO 0x2
#endif
#ifndef FLTFL_OPERATION_REGISTRATION_SKIP_NON_CACHED_NON_PAGING_IO
#define FLTFL_OPERATION_REGISTRATION_SKIP_NON_CACHED_NON_PAGING_IO 0x8
#endif
#ifndef FLTFL_OPERATION_REGISTRATION_SKIP_NON_DASD_IO
#define FLTFL_OPERATION_REGISTRATION_SKIP_NON_DASD_IO 0x4
#endif
#ifndef FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO
#define FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO 0x1
#endif
#ifndef FLTFL_POST_OPERATION_DRAINING
#define FLTFL_POST_OPERATION_DRAINING 0x1
#endif
#ifndef FLTFL_REGISTRATION_DO_NOT_SUPPORT_SERVICE_STOP
#define FLTFL_REGISTRATION_DO_NOT_SUPPORT_SERVICE_STOP 0x1
#endif
#ifndef FLTFL_REGISTRATION_SUPPORT_DAX_VOLUME
#define FLTFL_REGISTRATION_SUPPORT_DAX_VOLUME 0x4
#endif
#ifndef FLTFL_REGISTRATION_SUPPORT_NPFS_MSFS
#define FLTFL_REGISTRATION_SUPPORT_NPFS_MSFS 0x2
#endif
#ifndef FLTFL_REGISTRATION_SUPPORT_WCOS
#define FLTFL_REGISTRATION_SUPPORT_WCOS 0x8
#endif
#ifndef FLTFL_VSI_DETACHED_VOLUME
#define FLTFL_VSI_DETACHED_VOLUME 0x1
#endif
#ifndef FLTTCFL_AUTO_REPARSE
#define FLTTCFL_AUTO_REPARSE 0x1
#endif
#ifndef FLUSH_FLAGS_FILE_DATA_ONLY
#define FLUSH_FLAGS_FILE_DATA_ONLY 0x1
#endif
#ifndef FLUSH_FLAGS_FILE_DATA_SYNC_ONLY
#define FLUSH_FLAGS_FILE_DATA_SYNC_ONLY 0x4
#endif
#ifndef FLUSH_FLAGS_NO_SYNC
#define FLUSH_FLAGS_NO_SYNC 0x2
#endif
#ifndef FLUSH_MULTIPLE_MAXIMUM
#define FLUSH_MULTIPLE_MAXIMUM 0x20
#endif
#ifndef FLUSH_NV_MEMORY_IN_FLAG_NO_DRAIN
#define FLUSH_NV_MEMORY_IN_FLAG_NO_DRAIN 0x1
#endif
#ifndef FM_LOCK_BIT
#define FM_LOCK_BIT 0x1
#endif
#ifndef FM_LOCK_BIT_V
#define FM_LOCK_BIT_V 0x0
#endif
#ifndef FM_LOCK_WAITER_INC
#define FM_LOCK_WAITER_INC 0x4
#endif
#ifndef FM_LOCK_WAITER_WOKEN
#define FM_LOCK_WAITER_WOKEN 0x2
#endif
#ifndef FO_ALERTABLE_IO
#define FO_ALERTABLE_IO 0x4
#endif
#ifndef FO_BYPASS_IO_ENABLED
#define FO_BYPASS_IO_ENABLED 0x00800000
#endif
#ifndef FO_CACHE_SUPPORTED
#define FO_CACHE_SUPPORTED 0x40
#endif
#ifndef FO_CLEANUP_COMPLETE
#define FO_CLEANUP_COMPLETE 0x4000
#endif
#ifndef FO_DELETE_ON_CLOSE
#define FO_DELETE_ON_CLOSE 0x00010000
#endif
#ifndef FO_DIRECT_DEVICE_OPEN
#define FO_DIRECT_DEVICE_OPEN 0x800
#endif
#ifndef FO_DISALLOW_EXCLUSIVE
#define FO_DISALLOW_EXCLUSIVE 0x02000000
#endif
#ifndef FO_FILE_FAST_IO_READ
#define FO_FILE_FAST_IO_READ 0x00080000
#endif
#ifndef FO_FILE_MODIFIED
#define FO_FILE_MODIFIED 0x1000
#endif
#ifndef FO_FILE_OPEN
#define FO_FILE_OPEN 0x1
#endif
#ifndef FO_FILE_OPEN_CANCELLED
#define FO_FILE_OPEN_CANCELLED 0x00200000
#endif
#ifndef FO_FILE_SIZE_CHANGED
#define FO_FILE_SIZE_CHANGED 0x2000
#endif
#ifndef FO_FLAGS_VALID_ONLY_DURING_CREATE
#define FO_FLAGS_VALID_ONLY_DURING_CREATE 0x02000000
#endif
#ifndef FO_GENERATE_AUDIT_ON_CLOSE
#define FO_GENERATE_AUDIT_ON_CLOSE 0x400
#endif
#ifndef FO_HANDLE_CREATED
#define FO_HANDLE_CREATED 0x00040000
#endif
#ifndef FO_INDIRECT_WAIT_OBJECT
#define FO_INDIRECT_WAIT_OBJECT 0x10000000
#endif
#ifndef FO_MAILSLOT
#define FO_MAILSLOT 0x200
#endif
#ifndef FO_NAMED_PIPE
#define FO_NAMED_PIPE 0x80
#endif
#ifndef FO_NO_INTERMEDIATE_BUFFERING
#define FO_NO_INTERMEDIATE_BUFFERING 0x8
#endif
#ifndef FO_OPENED_CASE_SENSITIVE
#define FO_OPENED_CASE_SENSITIVE 0x00020000
#endif
#ifndef FO_QUEUE_IRP_TO_THREAD
#define FO_QUEUE_IRP_TO_THREAD 0x400
#endif
#ifndef FO_RANDOM_ACCESS
#define FO_RANDOM_ACCESS 0x00100000
#endif
#ifndef FO_REMOTE_ORIGIN
#define FO_REMOTE_ORIGIN 0x01000000
#endif
#ifndef FO_SECTION_MINSTORE_TREATMENT
#define FO_SECTION_MINSTORE_TREATMENT 0x20000000
#endif
#ifndef FO_SEQUENTIAL_ONLY
#define FO_SEQUENTIAL_ONLY 0x20
#endif
#ifndef FO_SKIP_COMPLETION_PORT
#define FO_SKIP_COMPLETION_PORT 0x02000000
#endif
#ifndef FO_SKIP_SET_EVENT
#define FO_SKIP_SET_EVENT 0x04000000
#endif
#ifndef FO_SKIP_SET_FAST_IO
#define FO_SKIP_SET_FAST_IO 0x08000000
#endif
#ifndef FO_STREAM_FILE
#define FO_STREAM_FILE 0x100
#endif
#ifndef FO_SYNCHRONOUS_IO
#define FO_SYNCHRONOUS_IO 0x2
#endif
#ifndef FO_TEMPORARY_FILE
#define FO_TEMPORARY_FILE 0x8000
#endif
#ifndef FO_VOLUME_OPEN
#define FO_VOLUME_OPEN 0x00400000
#endif
#ifndef FO_WRITE_THROUGH
#define FO_WRITE_THROUGH 0x10
#endif
#ifndef FOREST_USER_RID_MAX
#define FOREST_USER_RID_MAX 0x1F3
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_16GB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_16GB 0x6
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_1GB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_1GB 0x2
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_1MB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_1MB 0x9
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_256MB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_256MB 0x0
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_2GB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_2GB 0x3
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_32GB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_32GB 0x7
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_4GB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_4GB 0x4
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_512MB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_512MB 0x1
#endif
#ifndef FPB_MEM_HIGH_VECTOR_GRANULARITY_8GB
#define FPB_MEM_HIGH_VECTOR_GRANULARITY_8GB 0x5
#endif
#ifndef FPB_MEM_LOW_VECTOR_GRANULARITY_16MB
#define FPB_MEM_LOW_VECTOR_GRANULARITY_16MB 0x4
#endif
#ifndef FPB_MEM_LOW_VECTOR_GRANULARITY_1MB
#define FPB_MEM_LOW_VECTOR_GRANULARITY_1MB 0x0
#endif
#ifndef FPB_MEM_LOW_VECTOR_GRANULARITY_2MB
#define FPB_MEM_LOW_VECTOR_GRANULARITY_2MB 0x1
#endif
#ifndef FPB_MEM_LOW_VECTOR_GRANULARITY_4MB
#define FPB_MEM_LOW_VECTOR_GRANULARITY_4MB 0x2
#endif
#ifndef FPB_MEM_LOW_VECTOR_GRANULARITY_8MB
#define FPB_MEM_LOW_VECTOR_GRANULARITY_8MB 0x3
#endif
#ifndef FPB_MEM_VECTOR_GRANULARITY_1B
#define FPB_MEM_VECTOR_GRANULARITY_1B 0x8
#endif
#ifndef FPB_RID_VECTOR_GRANULARITY_256RIDS
#define FPB_RID_VECTOR_GRANULARITY_256RIDS 0x5
#endif
#ifndef FPB_RID_VECTOR_GRANULARITY_64RIDS
#define FPB_RID_VECTOR_GRANULARITY_64RIDS 0x3
#endif
#ifndef FPB_RID_VECTOR_GRANULARITY_8RIDS
#define FPB_RID_VECTOR_GRANULARITY_8RIDS 0x0
#endif
#ifndef FPB_VECTOR_SELECT_MEM_HIGH
#define FPB_VECTOR_SELECT_MEM_HIGH 0x2
#endif
#ifndef FPB_VECTOR_SELECT_MEM_LOW
#define FPB_VECTOR_SELECT_MEM_LOW 0x1
#endif
#ifndef FPB_VECTOR_SELECT_RID
#define FPB_VECTOR_SELECT_RID 0x0
#endif
#ifndef FPB_VECTOR_SIZE_SUPPORTED_1KBITS
#define FPB_VECTOR_SIZE_SUPPORTED_1KBITS 0x2
#endif
#ifndef FPB_VECTOR_SIZE_SUPPORTED_256BITS
#define FPB_VECTOR_SIZE_SUPPORTED_256BITS 0x0
#endif
#ifndef FPB_VECTOR_SIZE_SUPPORTED_2KBITS
#define FPB_VECTOR_SIZE_SUPPORTED_2KBITS 0x3
#endif
#ifndef FPB_VECTOR_SIZE_SUPPORTED_4KBITS
#define FPB_VECTOR_SIZE_SUPPORTED_4KBITS 0x4
#endif
#ifndef FPB_VECTOR_SIZE_SUPPORTED_512BITS
#define FPB_VECTOR_SIZE_SUPPORTED_512BITS 0x1
#endif
#ifndef FPB_VECTOR_SIZE_SUPPORTED_8KBITS
#define FPB_VECTOR_SIZE_SUPPORTED_8KBITS 0x5
#endif
#ifndef FS_BPIO_OP_MAX_OPERATION
#define FS_BPIO_OP_MAX_OPERATION 0x9
#endif
#ifndef FS_LFN_APIS
#define FS_LFN_APIS 0x4000
#endif
#ifndef FSBPIO_INFL_None
#define FSBPIO_INFL_None 0x0
#endif
#ifndef FSBPIO_INFL_SKIP_STORAGE_STACK_QUERY
#define FSBPIO_INFL_SKIP_STORAGE_STACK_QUERY 0x1
#endif
#ifndef FSBPIO_OUTFL_COMPATIBLE_STORAGE_DRIVER
#define FSBPIO_OUTFL_COMPATIBLE_STORAGE_DRIVER 0x8
#endif
#ifndef FSBPIO_OUTFL_FILTER_ATTACH_BLOCKED
#define FSBPIO_OUTFL_FILTER_ATTACH_BLOCKED 0x4
#endif
#ifndef FSBPIO_OUTFL_None
#define FSBPIO_OUTFL_None 0x0
#endif
#ifndef FSBPIO_OUTFL_STREAM_BYPASS_PAUSED
#define FSBPIO_OUTFL_STREAM_BYPASS_PAUSED 0x2
#endif
#ifndef FSBPIO_OUTFL_VOLUME_STACK_BYPASS_PAUSED
#define FSBPIO_OUTFL_VOLUME_STACK_BYPASS_PAUSED 0x1
#endif
#ifndef FSCTL_ADD_OVERLAY
#define FSCTL_ADD_OVERLAY 0x00098330
#endif
#ifndef FSCTL_ADVANCE_FILE_ID
#define FSCTL_ADVANCE_FILE_ID 0x000902C4
#endif
#ifndef FSCTL_ALLOW_EXTENDED_DASD_IO
#define FSCTL_ALLOW_EXTENDED_DASD_IO 0x00090083
#endif
#ifndef FSCTL_CLEAN_VOLUME_METADATA
#define FSCTL_CLEAN_VOLUME_METADATA 0x0009037C
#endif
#ifndef FSCTL_CORRUPTION_HANDLING
#define FSCTL_CORRUPTION_HANDLING 0x00090260
#endif
#ifndef FSCTL_CREATE_LCN_WEAK_REFERENCE
#define FSCTL_CREATE_LCN_WEAK_REFERENCE 0x00090460
#endif
#ifndef FSCTL_CREATE_OR_GET_OBJECT_ID
#define FSCTL_CREATE_OR_GET_OBJECT_ID 0x000900C0
#endif
#ifndef FSCTL_CREATE_USN_JOURNAL
#define FSCTL_CREATE_USN_JOURNAL 0x000900E7
#endif
#ifndef FSCTL_CSC_INTERNAL
#define FSCTL_CSC_INTERNAL 0x000901AF
#endif
#ifndef FSCTL_CSV_CONTROL
#define FSCTL_CSV_CONTROL 0x000902D4
#endif
#ifndef FSCTL_CSV_GET_VOLUME_NAME_FOR_VOLUME_MOUNT_POINT
#define FSCTL_CSV_GET_VOLUME_NAME_FOR_VOLUME_MOUNT_POINT 0x00090254
#endif
#ifndef FSCTL_CSV_GET_VOLUME_PATH_NAME
#define FSCTL_CSV_GET_VOLUME_PATH_NAME 0x00090250
#endif
#ifndef FSCTL_CSV_GET_VOLUME_PATH_NAMES_FOR_VOLUME_NAME
#define FSCTL_CSV_GET_VOLUME_PATH_NAMES_FOR_VOLUME_NAME 0x00090258
#endif
#ifndef FSCTL_CSV_H_BREAKING_SYNC_TUNNEL_REQUEST
#define FSCTL_CSV_H_BREAKING_SYNC_TUNNEL_REQUEST 0x000902E4
#endif
#ifndef FSCTL_CSV_INTERNAL
#define FSCTL_CSV_INTERNAL 0x0009026C
#endif
#ifndef FSCTL_CSV_MGMT_LOCK
#define FSCTL_CSV_MGMT_LOCK 0x000902BC
#endif
#ifndef FSCTL_CSV_QUERY_DOWN_LEVEL_FILE_SYSTEM_CHARACTERISTICS
#define FSCTL_CSV_QUERY_DOWN_LEVEL_FILE_SYSTEM_CHARACTERISTICS 0x000902C0
#endif
#ifndef FSCTL_CSV_QUERY_VETO_FILE_DIRECT_IO
#define FSCTL_CSV_QUERY_VETO_FILE_DIRECT_IO 0x000902CC
#endif
#ifndef FSCTL_CSV_SYNC_TUNNEL_REQUEST
#define FSCTL_CSV_SYNC_TUNNEL_REQUEST 0x000902C8
#endif
#ifndef FSCTL_CSV_TUNNEL_REQUEST
#define FSCTL_CSV_TUNNEL_REQUEST 0x00090244
#endif
#ifndef FSCTL_DEDUP_FILE
#define FSCTL_DEDUP_FILE 0x00090294
#endif
#ifndef FSCTL_DEDUP_QUERY_FILE_HASHES
#define FSCTL_DEDUP_QUERY_FILE_HASHES 0x0009429B
#endif
#ifndef FSCTL_DELETE_CORRUPTED_REFS_CONTAINER
#define FSCTL_DELETE_CORRUPTED_REFS_CONTAINER 0x000903F4
#endif
#ifndef FSCTL_DELETE_EXTERNAL_BACKING
#define FSCTL_DELETE_EXTERNAL_BACKING 0x00090314
#endif
#ifndef FSCTL_DELETE_LCN_WEAK_REFERENCE
#define FSCTL_DELETE_LCN_WEAK_REFERENCE 0x00090464
#endif
#ifndef FSCTL_DELETE_LCN_WEAK_REFERENCES
#define FSCTL_DELETE_LCN_WEAK_REFERENCES 0x0009046C
#endif
#ifndef FSCTL_DELETE_OBJECT_ID
#define FSCTL_DELETE_OBJECT_ID 0x000900A0
#endif
#ifndef FSCTL_DELETE_REPARSE_POINT
#define FSCTL_DELETE_REPARSE_POINT 0x000900AC
#endif
#ifndef FSCTL_DELETE_USN_JOURNAL
#define FSCTL_DELETE_USN_JOURNAL 0x000900F8
#endif
#ifndef FSCTL_DFSR_SET_GHOST_HANDLE_STATE
#define FSCTL_DFSR_SET_GHOST_HANDLE_STATE 0x000901B8
#endif
#ifndef FSCTL_DISABLE_LOCAL_BUFFERING
#define FSCTL_DISABLE_LOCAL_BUFFERING 0x000902B8
#endif
#ifndef FSCTL_DISMOUNT_VOLUME
#define FSCTL_DISMOUNT_VOLUME 0x00090020
#endif
#ifndef FSCTL_DUMP_PROPERTY_DATA
#define FSCTL_DUMP_PROPERTY_DATA 0x00090097
#endif
#ifndef FSCTL_DUPLICATE_CLUSTER
#define FSCTL_DUPLICATE_CLUSTER 0x0009045C
#endif
#ifndef FSCTL_DUPLICATE_EXTENTS_TO_FILE
#define FSCTL_DUPLICATE_EXTENTS_TO_FILE 0x00098344
#endif
#ifndef FSCTL_DUPLICATE_EXTENTS_TO_FILE_EX
#define FSCTL_DUPLICATE_EXTENTS_TO_FILE_EX 0x000983E8
#endif
#ifndef FSCTL_ENABLE_PER_IO_FLAGS
#define FSCTL_ENABLE_PER_IO_FLAGS 0x0009042C
#endif
#ifndef FSCTL_ENABLE_UPGRADE
#define FSCTL_ENABLE_UPGRADE 0x000980D0
#endif
#ifndef FSCTL_ENCRYPTION_FSCTL_IO
#define FSCTL_ENCRYPTION_FSCTL_IO 0x000900DB
#endif
#ifndef FSCTL_ENCRYPTION_KEY_CONTROL
#define FSCTL_ENCRYPTION_KEY_CONTROL 0x00090404
#endif
#ifndef FSCTL_ENUM_EXTERNAL_BACKING
#define FSCTL_ENUM_EXTERNAL_BACKING 0x00090318
#endif
#ifndef FSCTL_ENUM_OVERLAY
#define FSCTL_ENUM_OVERLAY 0x0009031F
#endif
#ifndef FSCTL_ENUM_USN_DATA
#define FSCTL_ENUM_USN_DATA 0x000900B3
#endif
#ifndef FSCTL_EXTEND_VOLUME
#define FSCTL_EXTEND_VOLUME 0x000900F0
#endif
#ifndef FSCTL_FILESYSTEM_GET_STATISTICS
#define FSCTL_FILESYSTEM_GET_STATISTICS 0x00090060
#endif
#ifndef FSCTL_FILESYSTEM_GET_STATISTICS_EX
#define FSCTL_FILESYSTEM_GET_STATISTICS_EX 0x0009038C
#endif
#ifndef FSCTL_FILE_LEVEL_TRIM
#define FSCTL_FILE_LEVEL_TRIM 0x00098208
#endif
#ifndef FSCTL_FILE_PREFETCH
#define FSCTL_FILE_PREFETCH 0x00090120
#endif
#ifndef FSCTL_FILE_TYPE_NOTIFICATION
#define FSCTL_FILE_TYPE_NOTIFICATION 0x00090204
#endif
#ifndef FSCTL_FIND_FILES_BY_SID
#define FSCTL_FIND_FILES_BY_SID 0x0009008F
#endif
#ifndef FSCTL_GET_BOOT_AREA_INFO
#define FSCTL_GET_BOOT_AREA_INFO 0x00090230
#endif
#ifndef FSCTL_GET_COMPRESSION
#define FSCTL_GET_COMPRESSION 0x0009003C
#endif
#ifndef FSCTL_GET_EXTERNAL_BACKING
#define FSCTL_GET_EXTERNAL_BACKING 0x00090310
#endif
#ifndef FSCTL_GET_FILTER_FILE_IDENTIFIER
#define FSCTL_GET_FILTER_FILE_IDENTIFIER 0x000903C4
#endif
#ifndef FSCTL_GET_HFS_INFORMATION
#define FSCTL_GET_HFS_INFORMATION 0x0009007C
#endif
#ifndef FSCTL_GET_INTEGRITY_INFORMATION
#define FSCTL_GET_INTEGRITY_INFORMATION 0x0009027C
#endif
#ifndef FSCTL_GET_NTFS_FILE_RECORD
#define FSCTL_GET_NTFS_FILE_RECORD 0x00090068
#endif
#ifndef FSCTL_GET_NTFS_VOLUME_DATA
#define FSCTL_GET_NTFS_VOLUME_DATA 0x00090064
#endif
#ifndef FSCTL_GET_OBJECT_ID
#define FSCTL_GET_OBJECT_ID 0x0009009C
#endif
#ifndef FSCTL_GET_REFS_VOLUME_DATA
#define FSCTL_GET_REFS_VOLUME_DATA 0x000902D8
#endif
#ifndef FSCTL_GET_REPAIR
#define FSCTL_GET_REPAIR 0x0009019C
#endif
#ifndef FSCTL_GET_REPARSE_POINT
#define FSCTL_GET_REPARSE_POINT 0x000900A8
#endif
#ifndef FSCTL_GET_RETRIEVAL_POINTERS
#define FSCTL_GET_RETRIEVAL_POINTERS 0x00090073
#endif
#ifndef FSCTL_GET_RETRIEVAL_POINTERS_AND_REFCOUNT
#define FSCTL_GET_RETRIEVAL_POINTERS_AND_REFCOUNT 0x000903D3
#endif
#ifndef FSCTL_GET_RETRIEVAL_POINTER_BASE
#define FSCTL_GET_RETRIEVAL_POINTER_BASE 0x00090234
#endif
#ifndef FSCTL_GET_RETRIEVAL_POINTER_COUNT
#define FSCTL_GET_RETRIEVAL_POINTER_COUNT 0x0009042B
#endif
#ifndef FSCTL_GET_VOLUME_BITMAP
#define FSCTL_GET_VOLUME_BITMAP 0x0009006F
#endif
#ifndef FSCTL_GET_WOF_VERSION
#define FSCTL_GET_WOF_VERSION 0x00090368
#endif
#ifndef FSCTL_GHOST_FILE_EXTENTS
#define FSCTL_GHOST_FILE_EXTENTS 0x000983AC
#endif
#ifndef FSCTL_HCS_ASYNC_TUNNEL_REQUEST
#define FSCTL_HCS_ASYNC_TUNNEL_REQUEST 0x00090370
#endif
#ifndef FSCTL_HCS_SYNC_NO_WRITE_TUNNEL_REQUEST
#define FSCTL_HCS_SYNC_NO_WRITE_TUNNEL_REQUEST 0x000903B8
#endif
#ifndef FSCTL_HCS_SYNC_TUNNEL_REQUEST
#define FSCTL_HCS_SYNC_TUNNEL_REQUEST 0x0009036C
#endif
#ifndef FSCTL_HSM_DATA
#define FSCTL_HSM_DATA 0x0009C113
#endif
#ifndef FSCTL_HSM_MSG
#define FSCTL_HSM_MSG 0x0009C108
#endif
#ifndef FSCTL_INITIATE_FILE_METADATA_OPTIMIZATION
#define FSCTL_INITIATE_FILE_METADATA_OPTIMIZATION 0x0009035C
#endif
#ifndef FSCTL_INITIATE_REPAIR
#define FSCTL_INITIATE_REPAIR 0x000901A8
#endif
#ifndef FSCTL_INTEGRITY_FLAG_CHECKSUM_ENFORCEMENT_OFF
#define FSCTL_INTEGRITY_FLAG_CHECKSUM_ENFORCEMENT_OFF 0x1
#endif
#ifndef FSCTL_INVALIDATE_VOLUMES
#define FSCTL_INVALIDATE_VOLUMES 0x00090054
#endif
#ifndef FSCTL_IS_CSV_FILE
#define FSCTL_IS_CSV_FILE 0x00090248
#endif
#ifndef FSCTL_IS_FILE_ON_CSV_VOLUME
#define FSCTL_IS_FILE_ON_CSV_VOLUME 0x0009025C
#endif
#ifndef FSCTL_IS_PATHNAME_VALID
#define FSCTL_IS_PATHNAME_VALID 0x0009002C
#endif
#ifndef FSCTL_IS_VOLUME_DIRTY
#define FSCTL_IS_VOLUME_DIRTY 0x00090078
#endif
#ifndef FSCTL_IS_VOLUME_MOUNTED
#define FSCTL_IS_VOLUME_MOUNTED 0x00090028
#endif
#ifndef FSCTL_IS_VOLUME_OWNED_BYCSVFS
#define FSCTL_IS_VOLUME_OWNED_BYCSVFS 0x00090278
#endif
#ifndef FSCTL_LMR_GET_LINK_TRACKING_INFORMATION
#define FSCTL_LMR_GET_LINK_TRACKING_INFORMATION 0x001400E8
#endif
#ifndef FSCTL_LMR_QUERY_INFO
#define FSCTL_LMR_QUERY_INFO 0x00090478
#endif
#ifndef FSCTL_LMR_SET_LINK_TRACKING_INFORMATION
#define FSCTL_LMR_SET_LINK_TRACKING_INFORMATION 0x001400EC
#endif
#ifndef FSCTL_LOCK_VOLUME
#define FSCTL_LOCK_VOLUME 0x00090018
#endif
#ifndef FSCTL_LOOKUP_STREAM_FROM_CLUSTER
#define FSCTL_LOOKUP_STREAM_FROM_CLUSTER 0x000901FC
#endif
#ifndef FSCTL_MAILSLOT_PEEK
#define FSCTL_MAILSLOT_PEEK 0x000C4003
#endif
#ifndef FSCTL_MAKE_MEDIA_COMPATIBLE
#define FSCTL_MAKE_MEDIA_COMPATIBLE 0x00098130
#endif
#ifndef FSCTL_MANAGE_BYPASS_IO
#define FSCTL_MANAGE_BYPASS_IO 0x00090448
#endif
#ifndef FSCTL_MARK_AS_SYSTEM_HIVE
#define FSCTL_MARK_AS_SYSTEM_HIVE 0x0009004F
#endif
#ifndef FSCTL_MARK_HANDLE
#define FSCTL_MARK_HANDLE 0x000900FC
#endif
#ifndef FSCTL_MARK_VOLUME_DIRTY
#define FSCTL_MARK_VOLUME_DIRTY 0x00090030
#endif
#ifndef FSCTL_MOVE_FILE
#define FSCTL_MOVE_FILE 0x00090074
#endif
#ifndef FSCTL_MUP_GET_SURROGATE_PROVIDER_LIST
#define FSCTL_MUP_GET_SURROGATE_PROVIDER_LIST 0x00100034
#endif
#ifndef FSCTL_MUP_GET_UNC_CACHE_INFO
#define FSCTL_MUP_GET_UNC_CACHE_INFO 0x0010002C
#endif
#ifndef FSCTL_MUP_GET_UNC_HARDENING_CONFIGURATION
#define FSCTL_MUP_GET_UNC_HARDENING_CONFIGURATION 0x00100038
#endif
#ifndef FSCTL_MUP_GET_UNC_HARDENING_CONFIGURATION_FOR_PATH
#define FSCTL_MUP_GET_UNC_HARDENING_CONFIGURATION_FOR_PATH 0x0010003C
#endif
#ifndef FSCTL_MUP_GET_UNC_PROVIDER_LIST
#define FSCTL_MUP_GET_UNC_PROVIDER_LIST 0x00100030
#endif
#ifndef FSCTL_NETWORK_DELETE_CONNECTION
#define FSCTL_NETWORK_DELETE_CONNECTION 0x001401AC
#endif
#ifndef FSCTL_NETWORK_ENUMERATE_CONNECTIONS
#define FSCTL_NETWORK_ENUMERATE_CONNECTIONS 0x001401A7
#endif
#ifndef FSCTL_NETWORK_GET_CONFIGURATION_INFO
#define FSCTL_NETWORK_GET_CONFIGURATION_INFO 0x0014019E
#endif
#ifndef FSCTL_NETWORK_GET_CONNECTION_INFO
#define FSCTL_NETWORK_GET_CONNECTION_INFO 0x001401A3
#endif
#ifndef FSCTL_NETWORK_GET_STATISTICS
#define FSCTL_NETWORK_GET_STATISTICS 0x001401D0
#endif
#ifndef FSCTL_NETWORK_REMOTE_BOOT_INIT_SCRT
#define FSCTL_NETWORK_REMOTE_BOOT_INIT_SCRT 0x001403E8
#endif
#ifndef FSCTL_NETWORK_SET_CONFIGURATION_INFO
#define FSCTL_NETWORK_SET_CONFIGURATION_INFO 0x00140199
#endif
#ifndef FSCTL_NETWORK_SET_DOMAIN_NAME
#define FSCTL_NETWORK_SET_DOMAIN_NAME 0x001401E0
#endif
#ifndef FSCTL_NOTIFY_DATA_CHANGE
#define FSCTL_NOTIFY_DATA_CHANGE 0x000903FC
#endif
#ifndef FSCTL_NOTIFY_STORAGE_SPACE_ALLOCATION
#define FSCTL_NOTIFY_STORAGE_SPACE_ALLOCATION 0x0009039C
#endif
#ifndef FSCTL_NSS_CONTROL
#define FSCTL_NSS_CONTROL 0x0009810C
#endif
#ifndef FSCTL_NSS_RCONTROL
#define FSCTL_NSS_RCONTROL 0x00094118
#endif
#ifndef FSCTL_OFFLOAD_READ
#define FSCTL_OFFLOAD_READ 0x00094264
#endif
#ifndef FSCTL_OFFLOAD_WRITE
#define FSCTL_OFFLOAD_WRITE 0x00098268
#endif
#ifndef FSCTL_OPBATCH_ACK_CLOSE_PENDING
#define FSCTL_OPBATCH_ACK_CLOSE_PENDING 0x00090010
#endif
#ifndef FSCTL_OPLOCK_BREAK_ACKNOWLEDGE
#define FSCTL_OPLOCK_BREAK_ACKNOWLEDGE 0x0009000C
#endif
#ifndef FSCTL_OPLOCK_BREAK_ACK_NO_2
#define FSCTL_OPLOCK_BREAK_ACK_NO_2 0x00090050
#endif
#ifndef FSCTL_OPLOCK_BREAK_NOTIFY
#define FSCTL_OPLOCK_BREAK_NOTIFY 0x00090014
#endif
#ifndef FSCTL_PIPE_ASSIGN_EVENT
#define FSCTL_PIPE_ASSIGN_EVENT 0x00110000
#endif
#ifndef FSCTL_PIPE_CREATE_SYMLINK
#define FSCTL_PIPE_CREATE_SYMLINK 0x0011004C
#endif
#ifndef FSCTL_PIPE_DELETE_SYMLINK
#define FSCTL_PIPE_DELETE_SYMLINK 0x00110050
#endif
#ifndef FSCTL_PIPE_DISABLE_IMPERSONATE
#define FSCTL_PIPE_DISABLE_IMPERSONATE 0x00110044
#endif
#ifndef FSCTL_PIPE_DISCONNECT
#define FSCTL_PIPE_DISCONNECT 0x00110004
#endif
#ifndef FSCTL_PIPE_FLUSH
#define FSCTL_PIPE_FLUSH 0x00118040
#endif
#ifndef FSCTL_PIPE_GET_CONNECTION_ATTRIBUTE
#define FSCTL_PIPE_GET_CONNECTION_ATTRIBUTE 0x00110030
#endif
#ifndef FSCTL_PIPE_GET_HANDLE_ATTRIBUTE
#define FSCTL_PIPE_GET_HANDLE_ATTRIBUTE 0x00110038
#endif
#ifndef FSCTL_PIPE_GET_PIPE_ATTRIBUTE
#define FSCTL_PIPE_GET_PIPE_ATTRIBUTE 0x00110028
#endif
#ifndef FSCTL_PIPE_IMPERSONATE
#define FSCTL_PIPE_IMPERSONATE 0x0011001C
#endif
#ifndef FSCTL_PIPE_INTERNAL_READ
#define FSCTL_PIPE_INTERNAL_READ 0x00115FF4
#endif
#ifndef FSCTL_PIPE_INTERNAL_READ_OVFLOW
#define FSCTL_PIPE_INTERNAL_READ_OVFLOW 0x00116000
#endif
#ifndef FSCTL_PIPE_INTERNAL_TRANSCEIVE
#define FSCTL_PIPE_INTERNAL_TRANSCEIVE 0x0011DFFF
#endif
#ifndef FSCTL_PIPE_INTERNAL_WRITE
#define FSCTL_PIPE_INTERNAL_WRITE 0x00119FF8
#endif
#ifndef FSCTL_PIPE_LISTEN
#define FSCTL_PIPE_LISTEN 0x00110008
#endif
#ifndef FSCTL_PIPE_PEEK
#define FSCTL_PIPE_PEEK 0x0011400C
#endif
#ifndef FSCTL_PIPE_QUERY_CLIENT_PROCESS
#define FSCTL_PIPE_QUERY_CLIENT_PROCESS 0x00110024
#endif
#ifndef FSCTL_PIPE_QUERY_CLIENT_PROCESS_V2
#define FSCTL_PIPE_QUERY_CLIENT_PROCESS_V2 0x00110054
#endif
#ifndef FSCTL_PIPE_QUERY_EVENT
#define FSCTL_PIPE_QUERY_EVENT 0x00110010
#endif
#ifndef FSCTL_PIPE_SET_CLIENT_PROCESS
#define FSCTL_PIPE_SET_CLIENT_PROCESS 0x00110020
#endif
#ifndef FSCTL_PIPE_SET_CONNECTION_ATTRIBUTE
#define FSCTL_PIPE_SET_CONNECTION_ATTRIBUTE 0x00110034
#endif
#ifndef FSCTL_PIPE_SET_HANDLE_ATTRIBUTE
#define FSCTL_PIPE_SET_HANDLE_ATTRIBUTE 0x0011003C
#endif
#ifndef FSCTL_PIPE_SET_PIPE_ATTRIBUTE
#define FSCTL_PIPE_SET_PIPE_ATTRIBUTE 0x0011002C
#endif
#ifndef FSCTL_PIPE_SILO_ARRIVAL
#define FSCTL_PIPE_SILO_ARRIVAL 0x00118048
#endif
#ifndef FSCTL_PIPE_TRANSCEIVE
#define FSCTL_PIPE_TRANSCEIVE 0x0011C017
#endif
#ifndef FSCTL_PIPE_WAIT
#define FSCTL_PIPE_WAIT 0x00110018
#endif
#ifndef FSCTL_QUERY_ALLOCATED_RANGES
#define FSCTL_QUERY_ALLOCATED_RANGES 0x000940CF
#endif
#ifndef FSCTL_QUERY_ASYNC_DUPLICATE_EXTENTS_STATUS
#define FSCTL_QUERY_ASYNC_DUPLICATE_EXTENTS_STATUS 0x00090430
#endif
#ifndef FSCTL_QUERY_BAD_RANGES
#define FSCTL_QUERY_BAD_RANGES 0x000903EC
#endif
#ifndef FSCTL_QUERY_DEPENDENT_VOLUME
#define FSCTL_QUERY_DEPENDENT_VOLUME 0x000901F0
#endif
#ifndef FSCTL_QUERY_DIRECT_ACCESS_EXTENTS
#define FSCTL_QUERY_DIRECT_ACCESS_EXTENTS 0x0009039B
#endif
#ifndef FSCTL_QUERY_DIRECT_IMAGE_ORIGINAL_BASE
#define FSCTL_QUERY_DIRECT_IMAGE_ORIGINAL_BASE 0x000903A4
#endif
#ifndef FSCTL_QUERY_EXTENT_READ_CACHE_INFO
#define FSCTL_QUERY_EXTENT_READ_CACHE_INFO 0x00090377
#endif
#ifndef FSCTL_QUERY_FAT_BPB
#define FSCTL_QUERY_FAT_BPB 0x00090058
#endif
#ifndef FSCTL_QUERY_FILE_LAYOUT
#define FSCTL_QUERY_FILE_LAYOUT 0x00090277
#endif
#ifndef FSCTL_QUERY_FILE_METADATA_OPTIMIZATION
#define FSCTL_QUERY_FILE_METADATA_OPTIMIZATION 0x00090360
#endif
#ifndef FSCTL_QUERY_FILE_REGIONS
#define FSCTL_QUERY_FILE_REGIONS 0x00090284
#endif
#ifndef FSCTL_QUERY_FILE_SYSTEM_RECOGNITION
#define FSCTL_QUERY_FILE_SYSTEM_RECOGNITION 0x0009024C
#endif
#ifndef FSCTL_QUERY_GHOSTED_FILE_EXTENTS
#define FSCTL_QUERY_GHOSTED_FILE_EXTENTS 0x000903B0
#endif
#ifndef FSCTL_QUERY_LCN_WEAK_REFERENCE
#define FSCTL_QUERY_LCN_WEAK_REFERENCE 0x00090468
#endif
#ifndef FSCTL_QUERY_ON_DISK_VOLUME_INFO
#define FSCTL_QUERY_ON_DISK_VOLUME_INFO 0x0009013C
#endif
#ifndef FSCTL_QUERY_PAGEFILE_ENCRYPTION
#define FSCTL_QUERY_PAGEFILE_ENCRYPTION 0x000901E8
#endif
#ifndef FSCTL_QUERY_PERSISTENT_VOLUME_STATE
#define FSCTL_QUERY_PERSISTENT_VOLUME_STATE 0x0009023C
#endif
#ifndef FSCTL_QUERY_REFS_SMR_VOLUME_INFO
#define FSCTL_QUERY_REFS_SMR_VOLUME_INFO 0x000903DC
#endif
#ifndef FSCTL_QUERY_REFS_VOLUME_COUNTER_INFO
#define FSCTL_QUERY_REFS_VOLUME_COUNTER_INFO 0x0009037B
#endif
#ifndef FSCTL_QUERY_REGION_INFO
#define FSCTL_QUERY_REGION_INFO 0x000902F0
#endif
#ifndef FSCTL_QUERY_RETRIEVAL_POINTERS
#define FSCTL_QUERY_RETRIEVAL_POINTERS 0x0009003B
#endif
#ifndef FSCTL_QUERY_SHARED_VIRTUAL_DISK_SUPPORT
#define FSCTL_QUERY_SHARED_VIRTUAL_DISK_SUPPORT 0x00090300
#endif
#ifndef FSCTL_QUERY_SPARING_INFO
#define FSCTL_QUERY_SPARING_INFO 0x00090138
#endif
#ifndef FSCTL_QUERY_STORAGE_CLASSES
#define FSCTL_QUERY_STORAGE_CLASSES 0x000902EC
#endif
#ifndef FSCTL_QUERY_USN_JOURNAL
#define FSCTL_QUERY_USN_JOURNAL 0x000900F4
#endif
#ifndef FSCTL_QUERY_VOLUME_CONTAINER_STATE
#define FSCTL_QUERY_VOLUME_CONTAINER_STATE 0x00090390
#endif
#ifndef FSCTL_QUERY_VOLUME_NUMA_INFO
#define FSCTL_QUERY_VOLUME_NUMA_INFO 0x000903D4
#endif
#ifndef FSCTL_READ_FILE_USN_DATA
#define FSCTL_READ_FILE_USN_DATA 0x000900EB
#endif
#ifndef FSCTL_READ_FROM_PLEX
#define FSCTL_READ_FROM_PLEX 0x0009411E
#endif
#ifndef FSCTL_READ_PROPERTY_DATA
#define FSCTL_READ_PROPERTY_DATA 0x00090087
#endif
#ifndef FSCTL_READ_RAW_ENCRYPTED
#define FSCTL_READ_RAW_ENCRYPTED 0x000900E3
#endif
#ifndef FSCTL_READ_UNPRIVILEGED_USN_JOURNAL
#define FSCTL_READ_UNPRIVILEGED_USN_JOURNAL 0x000903AB
#endif
#ifndef FSCTL_READ_USN_JOURNAL
#define FSCTL_READ_USN_JOURNAL 0x000900BB
#endif
#ifndef FSCTL_REARRANGE_FILE
#define FSCTL_REARRANGE_FILE 0x0009C420
#endif
#ifndef FSCTL_RECALL_FILE
#define FSCTL_RECALL_FILE 0x00090117
#endif
#ifndef FSCTL_REFS_DEALLOCATE_RANGES
#define FSCTL_REFS_DEALLOCATE_RANGES 0x000903D8
#endif
#ifndef FSCTL_REFS_DEALLOCATE_RANGES_EX
#define FSCTL_REFS_DEALLOCATE_RANGES_EX 0x0009044C
#endif
#ifndef FSCTL_REFS_QUERY_VOLUME_COMPRESSION_INFO
#define FSCTL_REFS_QUERY_VOLUME_COMPRESSION_INFO 0x00090458
#endif
#ifndef FSCTL_REFS_QUERY_VOLUME_DEDUP_INFO
#define FSCTL_REFS_QUERY_VOLUME_DEDUP_INFO 0x00090474
#endif
#ifndef FSCTL_REFS_SET_VOLUME_COMPRESSION_INFO
#define FSCTL_REFS_SET_VOLUME_COMPRESSION_INFO 0x00090454
#endif
#ifndef FSCTL_REFS_SET_VOLUME_DEDUP_INFO
#define FSCTL_REFS_SET_VOLUME_DEDUP_INFO 0x00090470
#endif
#ifndef FSCTL_REFS_STREAM_SNAPSHOT_MANAGEMENT
#define FSCTL_REFS_STREAM_SNAPSHOT_MANAGEMENT 0x00090440
#endif
#ifndef FSCTL_REMOVE_OVERLAY
#define FSCTL_REMOVE_OVERLAY 0x00098334
#endif
#ifndef FSCTL_REPAIR_COPIES
#define FSCTL_REPAIR_COPIES 0x0009C2B4
#endif
#ifndef FSCTL_REQUEST_BATCH_OPLOCK
#define FSCTL_REQUEST_BATCH_OPLOCK 0x00090008
#endif
#ifndef FSCTL_REQUEST_FILTER_OPLOCK
#define FSCTL_REQUEST_FILTER_OPLOCK 0x0009005C
#endif
#ifndef FSCTL_REQUEST_OPLOCK
#define FSCTL_REQUEST_OPLOCK 0x00090240
#endif
#ifndef FSCTL_REQUEST_OPLOCK_LEVEL_1
#define FSCTL_REQUEST_OPLOCK_LEVEL_1 0x00090000
#endif
#ifndef FSCTL_REQUEST_OPLOCK_LEVEL_2
#define FSCTL_REQUEST_OPLOCK_LEVEL_2 0x00090004
#endif
#ifndef FSCTL_RESET_VOLUME_ALLOCATION_HINTS
#define FSCTL_RESET_VOLUME_ALLOCATION_HINTS 0x000901EC
#endif
#ifndef FSCTL_RKF_INTERNAL
#define FSCTL_RKF_INTERNAL 0x000902AF
#endif
#ifndef FSCTL_SCRUB_DATA
#define FSCTL_SCRUB_DATA 0x000902B0
#endif
#ifndef FSCTL_SCRUB_UNDISCOVERABLE_ID
#define FSCTL_SCRUB_UNDISCOVERABLE_ID 0x000903F8
#endif
#ifndef FSCTL_SD_GLOBAL_CHANGE
#define FSCTL_SD_GLOBAL_CHANGE 0x000901F4
#endif
#ifndef FSCTL_SECURITY_ID_CHECK
#define FSCTL_SECURITY_ID_CHECK 0x000940B7
#endif
#ifndef FSCTL_SET_BOOTLOADER_ACCESSED
#define FSCTL_SET_BOOTLOADER_ACCESSED 0x0009004F
#endif
#ifndef FSCTL_SET_CACHED_RUNS_STATE
#define FSCTL_SET_CACHED_RUNS_STATE 0x00090450
#endif
#ifndef FSCTL_SET_COMPRESSION
#define FSCTL_SET_COMPRESSION 0x0009C040
#endif
#ifndef FSCTL_SET_DAX_ALLOC_ALIGNMENT_HINT
#define FSCTL_SET_DAX_ALLOC_ALIGNMENT_HINT 0x000903F0
#endif
#ifndef FSCTL_SET_DEFECT_MANAGEMENT
#define FSCTL_SET_DEFECT_MANAGEMENT 0x00098134
#endif
#ifndef FSCTL_SET_ENCRYPTION
#define FSCTL_SET_ENCRYPTION 0x000900D7
#endif
#ifndef FSCTL_SET_EXTERNAL_BACKING
#define FSCTL_SET_EXTERNAL_BACKING 0x0009030C
#endif
#ifndef FSCTL_SET_INTEGRITY_INFORMATION
#define FSCTL_SET_INTEGRITY_INFORMATION 0x0009C280
#endif
#ifndef FSCTL_SET_INTEGRITY_INFORMATION_EX
#define FSCTL_SET_INTEGRITY_INFORMATION_EX 0x00090380
#endif
#ifndef FSCTL_SET_LAYER_ROOT
#define FSCTL_SET_LAYER_ROOT 0x00090394
#endif
#ifndef FSCTL_SET_OBJECT_ID
#define FSCTL_SET_OBJECT_ID 0x00090098
#endif
#ifndef FSCTL_SET_OBJECT_ID_EXTENDED
#define FSCTL_SET_OBJECT_ID_EXTENDED 0x000900BC
#endif
#ifndef FSCTL_SET_PERSISTENT_VOLUME_STATE
#define FSCTL_SET_PERSISTENT_VOLUME_STATE 0x00090238
#endif
#ifndef FSCTL_SET_PURGE_FAILURE_MODE
#define FSCTL_SET_PURGE_FAILURE_MODE 0x00090270
#endif
#ifndef FSCTL_SET_REFS_FILE_STRICTLY_SEQUENTIAL
#define FSCTL_SET_REFS_FILE_STRICTLY_SEQUENTIAL 0x000903E4
#endif
#ifndef FSCTL_SET_REFS_SMR_VOLUME_GC_PARAMETERS
#define FSCTL_SET_REFS_SMR_VOLUME_GC_PARAMETERS 0x000903E0
#endif
#ifndef FSCTL_SET_REPAIR
#define FSCTL_SET_REPAIR 0x00090198
#endif
#ifndef FSCTL_SET_REPARSE_POINT
#define FSCTL_SET_REPARSE_POINT 0x000900A4
#endif
#ifndef FSCTL_SET_REPARSE_POINT_EX
#define FSCTL_SET_REPARSE_POINT_EX 0x0009040C
#endif
#ifndef FSCTL_SET_SHORT_NAME_BEHAVIOR
#define FSCTL_SET_SHORT_NAME_BEHAVIOR 0x000901B4
#endif
#ifndef FSCTL_SET_SPARSE
#define FSCTL_SET_SPARSE 0x000900C4
#endif
#ifndef FSCTL_SET_VOLUME_COMPRESSION_STATE
#define FSCTL_SET_VOLUME_COMPRESSION_STATE 0x00090140
#endif
#ifndef FSCTL_SET_ZERO_DATA
#define FSCTL_SET_ZERO_DATA 0x000980C8
#endif
#ifndef FSCTL_SET_ZERO_ON_DEALLOCATION
#define FSCTL_SET_ZERO_ON_DEALLOCATION 0x00090194
#endif
#ifndef FSCTL_SHRINK_VOLUME
#define FSCTL_SHRINK_VOLUME 0x000901B0
#endif
#ifndef FSCTL_SHUFFLE_FILE
#define FSCTL_SHUFFLE_FILE 0x0009C340
#endif
#ifndef FSCTL_SIS_COPYFILE
#define FSCTL_SIS_COPYFILE 0x00090100
#endif
#ifndef FSCTL_SIS_LINK_FILES
#define FSCTL_SIS_LINK_FILES 0x0009C104
#endif
#ifndef FSCTL_SMB_SHARE_FLUSH_AND_PURGE
#define FSCTL_SMB_SHARE_FLUSH_AND_PURGE 0x0009043C
#endif
#ifndef FSCTL_SPARSE_OVERALLOCATE
#define FSCTL_SPARSE_OVERALLOCATE 0x0009034C
#endif
#ifndef FSCTL_SSDI_STORAGE_REQUEST
#define FSCTL_SSDI_STORAGE_REQUEST 0x000903A0
#endif
#ifndef FSCTL_START_VIRTUALIZATION_INSTANCE
#define FSCTL_START_VIRTUALIZATION_INSTANCE 0x000903C0
#endif
#ifndef FSCTL_START_VIRTUALIZATION_INSTANCE_EX
#define FSCTL_START_VIRTUALIZATION_INSTANCE_EX 0x00090400
#endif
#ifndef FSCTL_STORAGE_QOS_CONTROL
#define FSCTL_STORAGE_QOS_CONTROL 0x00090350
#endif
#ifndef FSCTL_STREAMS_ASSOCIATE_ID
#define FSCTL_STREAMS_ASSOCIATE_ID 0x000903C8
#endif
#ifndef FSCTL_STREAMS_QUERY_ID
#define FSCTL_STREAMS_QUERY_ID 0x000903CC
#endif
#ifndef FSCTL_STREAMS_QUERY_PARAMETERS
#define FSCTL_STREAMS_QUERY_PARAMETERS 0x000903C4
#endif
#ifndef FSCTL_SUSPEND_OVERLAY
#define FSCTL_SUSPEND_OVERLAY 0x00090384
#endif
#ifndef FSCTL_SVHDX_ASYNC_TUNNEL_REQUEST
#define FSCTL_SVHDX_ASYNC_TUNNEL_REQUEST 0x00090364
#endif
#ifndef FSCTL_SVHDX_SET_INITIATOR_INFORMATION
#define FSCTL_SVHDX_SET_INITIATOR_INFORMATION 0x00090308
#endif
#ifndef FSCTL_SVHDX_SYNC_TUNNEL_REQUEST
#define FSCTL_SVHDX_SYNC_TUNNEL_REQUEST 0x00090304
#endif
#ifndef FSCTL_TXFS_CREATE_MINIVERSION
#define FSCTL_TXFS_CREATE_MINIVERSION 0x0009817C
#endif
#ifndef FSCTL_TXFS_CREATE_SECONDARY_RM
#define FSCTL_TXFS_CREATE_SECONDARY_RM 0x00098168
#endif
#ifndef FSCTL_TXFS_GET_METADATA_INFO
#define FSCTL_TXFS_GET_METADATA_INFO 0x0009416C
#endif
#ifndef FSCTL_TXFS_GET_TRANSACTED_VERSION
#define FSCTL_TXFS_GET_TRANSACTED_VERSION 0x00094170
#endif
#ifndef FSCTL_TXFS_LIST_TRANSACTIONS
#define FSCTL_TXFS_LIST_TRANSACTIONS 0x000941E4
#endif
#ifndef FSCTL_TXFS_LIST_TRANSACTION_LOCKED_FILES
#define FSCTL_TXFS_LIST_TRANSACTION_LOCKED_FILES 0x000941E0
#endif
#ifndef FSCTL_TXFS_MODIFY_RM
#define FSCTL_TXFS_MODIFY_RM 0x00098144
#endif
#ifndef FSCTL_TXFS_QUERY_RM_INFORMATION
#define FSCTL_TXFS_QUERY_RM_INFORMATION 0x00094148
#endif
#ifndef FSCTL_TXFS_READ_BACKUP_INFORMATION
#define FSCTL_TXFS_READ_BACKUP_INFORMATION 0x00094160
#endif
#ifndef FSCTL_TXFS_READ_BACKUP_INFORMATION2
#define FSCTL_TXFS_READ_BACKUP_INFORMATION2 0x000901F8
#endif
#ifndef FSCTL_TXFS_ROLLFORWARD_REDO
#define FSCTL_TXFS_ROLLFORWARD_REDO 0x00098150
#endif
#ifndef FSCTL_TXFS_ROLLFORWARD_UNDO
#define FSCTL_TXFS_ROLLFORWARD_UNDO 0x00098154
#endif
#ifndef FSCTL_TXFS_SAVEPOINT_INFORMATION
#define FSCTL_TXFS_SAVEPOINT_INFORMATION 0x00098178
#endif
#ifndef FSCTL_TXFS_SHUTDOWN_RM
#define FSCTL_TXFS_SHUTDOWN_RM 0x0009815C
#endif
#ifndef FSCTL_TXFS_START_RM
#define FSCTL_TXFS_START_RM 0x00098158
#endif
#ifndef FSCTL_TXFS_TRANSACTION_ACTIVE
#define FSCTL_TXFS_TRANSACTION_ACTIVE 0x0009418C
#endif
#ifndef FSCTL_TXFS_WRITE_BACKUP_INFORMATION
#define FSCTL_TXFS_WRITE_BACKUP_INFORMATION 0x00098164
#endif
#ifndef FSCTL_TXFS_WRITE_BACKUP_INFORMATION2
#define FSCTL_TXFS_WRITE_BACKUP_INFORMATION2 0x00090200
#endif
#ifndef FSCTL_UNLOCK_VOLUME
#define FSCTL_UNLOCK_VOLUME 0x0009001C
#endif
#ifndef FSCTL_UNMAP_SPACE
#define FSCTL_UNMAP_SPACE 0x000903B4
#endif
#ifndef FSCTL_UPDATE_OVERLAY
#define FSCTL_UPDATE_OVERLAY 0x00098338
#endif
#ifndef FSCTL_USN_TRACK_MODIFIED_RANGES
#define FSCTL_USN_TRACK_MODIFIED_RANGES 0x000902F4
#endif
#ifndef FSCTL_VIRTUAL_STORAGE_PASSTHROUGH
#define FSCTL_VIRTUAL_STORAGE_PASSTHROUGH 0x00090424
#endif
#ifndef FSCTL_VIRTUAL_STORAGE_QUERY_PROPERTY
#define FSCTL_VIRTUAL_STORAGE_QUERY_PROPERTY 0x00090388
#endif
#ifndef FSCTL_VIRTUAL_STORAGE_SET_BEHAVIOR
#define FSCTL_VIRTUAL_STORAGE_SET_BEHAVIOR 0x00090408
#endif
#ifndef FSCTL_WAIT_FOR_REPAIR
#define FSCTL_WAIT_FOR_REPAIR 0x000901A0
#endif
#ifndef FSCTL_WRITE_PROPERTY_DATA
#define FSCTL_WRITE_PROPERTY_DATA 0x0009008B
#endif
#ifndef FSCTL_WRITE_RAW_ENCRYPTED
#define FSCTL_WRITE_RAW_ENCRYPTED 0x000900DF
#endif
#ifndef FSCTL_WRITE_USN_CLOSE_RECORD
#define FSCTL_WRITE_USN_CLOSE_RECORD 0x000900EF
#endif
#ifndef FSCTL_WRITE_USN_REASON
#define FSCTL_WRITE_USN_REASON 0x000902D0
#endif
#ifndef FSRTL_ADD_TC_CASE_SENSITIVE
#define FSRTL_ADD_TC_CASE_SENSITIVE 0x1
#endif
#ifndef FSRTL_ADD_TC_KEY_BY_SHORT_NAME
#define FSRTL_ADD_TC_KEY_BY_SHORT_NAME 0x2
#endif
#ifndef FSRTL_ALLOCATE_ECPLIST_FLAG_CHARGE_QUOTA
#define FSRTL_ALLOCATE_ECPLIST_FLAG_CHARGE_QUOTA 0x1
#endif
#ifndef FSRTL_ALLOCATE_ECP_FLAG_CHARGE_QUOTA
#define FSRTL_ALLOCATE_ECP_FLAG_CHARGE_QUOTA 0x1
#endif
#ifndef FSRTL_ALLOCATE_ECP_FLAG_NONPAGED_POOL
#define FSRTL_ALLOCATE_ECP_FLAG_NONPAGED_POOL 0x2
#endif
#ifndef FSRTL_AUXILIARY_FLAG_DEALLOCATE
#define FSRTL_AUXILIARY_FLAG_DEALLOCATE 0x1
#endif
#ifndef FSRTL_CACHE_TOP_LEVEL_IRP
#define FSRTL_CACHE_TOP_LEVEL_IRP 0x2
#endif
#ifndef FSRTL_CC_FLUSH_ERROR_FLAG_NO_HARD_ERROR
#define FSRTL_CC_FLUSH_ERROR_FLAG_NO_HARD_ERROR 0x1
#endif
#ifndef FSRTL_CC_FLUSH_ERROR_FLAG_NO_LOG_ENTRY
#define FSRTL_CC_FLUSH_ERROR_FLAG_NO_LOG_ENTRY 0x2
#endif
#ifndef FSRTL_DRIVER_BACKING_FLAG_USE_PAGE_FILE
#define FSRTL_DRIVER_BACKING_FLAG_USE_PAGE_FILE 0x1
#endif
#ifndef FSRTL_ECP_LOOKASIDE_FLAG_NONPAGED_POOL
#define FSRTL_ECP_LOOKASIDE_FLAG_NONPAGED_POOL 0x2
#endif
#ifndef FSRTL_FAST_IO_TOP_LEVEL_IRP
#define FSRTL_FAST_IO_TOP_LEVEL_IRP 0x4
#endif
#ifndef FSRTL_FAT_LEGAL
#define FSRTL_FAT_LEGAL 0x1
#endif
#ifndef FSRTL_FCB_HEADER_V0
#define FSRTL_FCB_HEADER_V0 0x0
#endif
#ifndef FSRTL_FCB_HEADER_V1
#define FSRTL_FCB_HEADER_V1 0x1
#endif
#ifndef FSRTL_FCB_HEADER_V2
#define FSRTL_FCB_HEADER_V2 0x2
#endif
#ifndef FSRTL_FCB_HEADER_V3
#define FSRTL_FCB_HEADER_V3 0x3
#endif
#ifndef FSRTL_FCB_HEADER_V4
#define FSRTL_FCB_HEADER_V4 0x4
#endif
#ifndef FSRTL_FIND_TC_CASE_SENSITIVE
#define FSRTL_FIND_TC_CASE_SENSITIVE 0x1
#endif
#ifndef FSRTL_FLAG2_BYPASSIO_STREAM_PAUSED
#define FSRTL_FLAG2_BYPASSIO_STREAM_PAUSED 0x20
#endif
#ifndef FSRTL_FLAG2_DO_MODIFIED_WRITE
#define FSRTL_FLAG2_DO_MODIFIED_WRITE 0x1
#endif
#ifndef FSRTL_FLAG2_IS_PAGING_FILE
#define FSRTL_FLAG2_IS_PAGING_FILE 0x8
#endif
#ifndef FSRTL_FLAG2_PURGE_WHEN_MAPPED
#define FSRTL_FLAG2_PURGE_WHEN_MAPPED 0x4
#endif
#ifndef FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS
#define FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS 0x2
#endif
#ifndef FSRTL_FLAG2_WRITABLE_USER_MAPPED_FILE
#define FSRTL_FLAG2_WRITABLE_USER_MAPPED_FILE 0x10
#endif
#ifndef FSRTL_FLAG_ACQUIRE_MAIN_RSRC_EX
#define FSRTL_FLAG_ACQUIRE_MAIN_RSRC_EX 0x8
#endif
#ifndef FSRTL_FLAG_ACQUIRE_MAIN_RSRC_SH
#define FSRTL_FLAG_ACQUIRE_MAIN_RSRC_SH 0x10
#endif
#ifndef FSRTL_FLAG_ADVANCED_HEADER
#define FSRTL_FLAG_ADVANCED_HEADER 0x40
#endif
#ifndef FSRTL_FLAG_EOF_ADVANCE_ACTIVE
#define FSRTL_FLAG_EOF_ADVANCE_ACTIVE 0x80
#endif
#ifndef FSRTL_FLAG_FILE_LENGTH_CHANGED
#define FSRTL_FLAG_FILE_LENGTH_CHANGED 0x2
#endif
#ifndef FSRTL_FLAG_FILE_MODIFIED
#define FSRTL_FLAG_FILE_MODIFIED 0x1
#endif
#ifndef FSRTL_FLAG_LIMIT_MODIFIED_PAGES
#define FSRTL_FLAG_LIMIT_MODIFIED_PAGES 0x4
#endif
#ifndef FSRTL_FLAG_USER_MAPPED_FILE
#define FSRTL_FLAG_USER_MAPPED_FILE 0x20
#endif
#ifndef FSRTL_FSP_TOP_LEVEL_IRP
#define FSRTL_FSP_TOP_LEVEL_IRP 0x1
#endif
#ifndef FSRTL_HPFS_LEGAL
#define FSRTL_HPFS_LEGAL 0x2
#endif
#ifndef FSRTL_MAX_TOP_LEVEL_IRP_FLAG
#define FSRTL_MAX_TOP_LEVEL_IRP_FLAG 0xFFFF
#endif
#ifndef FSRTL_MOD_WRITE_TOP_LEVEL_IRP
#define FSRTL_MOD_WRITE_TOP_LEVEL_IRP 0x3
#endif
#ifndef FSRTL_NETWORK1_TOP_LEVEL_IRP
#define FSRTL_NETWORK1_TOP_LEVEL_IRP 0x5
#endif
#ifndef FSRTL_NETWORK2_TOP_LEVEL_IRP
#define FSRTL_NETWORK2_TOP_LEVEL_IRP 0x6
#endif
#ifndef FSRTL_NTFS_LEGAL
#define FSRTL_NTFS_LEGAL 0x4
#endif
#ifndef FSRTL_NTFS_STREAM_LEGAL
#define FSRTL_NTFS_STREAM_LEGAL 0x14
#endif
#ifndef FSRTL_OLE_LEGAL
#define FSRTL_OLE_LEGAL 0x10
#endif
#ifndef FSRTL_UNC_HARDENING_CAPABILITIES_INTEGRITY
#define FSRTL_UNC_HARDENING_CAPABILITIES_INTEGRITY 0x2
#endif
#ifndef FSRTL_UNC_HARDENING_CAPABILITIES_MUTUAL_AUTH
#define FSRTL_UNC_HARDENING_CAPABILITIES_MUTUAL_AUTH 0x1
#endif
#ifndef FSRTL_UNC_HARDENING_CAPABILITIES_PRIVACY
#define FSRTL_UNC_HARDENING_CAPABILITIES_PRIVACY 0x4
#endif
#ifndef FSRTL_UNC_PROVIDER_FLAGS_CONTAINER_AWARE
#define FSRTL_UNC_PROVIDER_FLAGS_CONTAINER_AWARE 0x8
#endif
#ifndef FSRTL_UNC_PROVIDER_FLAGS_CSC_ENABLED
#define FSRTL_UNC_PROVIDER_FLAGS_CSC_ENABLED 0x2
#endif
#ifndef FSRTL_UNC_PROVIDER_FLAGS_DOMAIN_SVC_AWARE
#define FSRTL_UNC_PROVIDER_FLAGS_DOMAIN_SVC_AWARE 0x4
#endif
#ifndef FSRTL_UNC_PROVIDER_FLAGS_MAILSLOTS_SUPPORTED
#define FSRTL_UNC_PROVIDER_FLAGS_MAILSLOTS_SUPPORTED 0x1
#endif
#ifndef FSRTL_UNC_REGISTRATION_CURRENT_VERSION
#define FSRTL_UNC_REGISTRATION_CURRENT_VERSION 0x201
#endif
#ifndef FSRTL_UNC_REGISTRATION_VERSION_0200
#define FSRTL_UNC_REGISTRATION_VERSION_0200 0x200
#endif
#ifndef FSRTL_UNC_REGISTRATION_VERSION_0201
#define FSRTL_UNC_REGISTRATION_VERSION_0201 0x201
#endif
#ifndef FSRTL_VIRTDISK_FULLY_ALLOCATED
#define FSRTL_VIRTDISK_FULLY_ALLOCATED 0x1
#endif
#ifndef FSRTL_VIRTDISK_NO_DRIVE_LETTER
#define FSRTL_VIRTDISK_NO_DRIVE_LETTER 0x2
#endif
#ifndef FSRTL_VOLUME_BACKGROUND_FORMAT
#define FSRTL_VOLUME_BACKGROUND_FORMAT 0xE
#endif
#ifndef FSRTL_VOLUME_CHANGE_SIZE
#define FSRTL_VOLUME_CHANGE_SIZE 0xD
#endif
#ifndef FSRTL_VOLUME_DISMOUNT
#define FSRTL_VOLUME_DISMOUNT 0x1
#endif
#ifndef FSRTL_VOLUME_DISMOUNT_FAILED
#define FSRTL_VOLUME_DISMOUNT_FAILED 0x2
#endif
#ifndef FSRTL_VOLUME_FORCED_CLOSED
#define FSRTL_VOLUME_FORCED_CLOSED 0xA
#endif
#ifndef FSRTL_VOLUME_INFO_MAKE_COMPAT
#define FSRTL_VOLUME_INFO_MAKE_COMPAT 0xB
#endif
#ifndef FSRTL_VOLUME_LOCK
#define FSRTL_VOLUME_LOCK 0x3
#endif
#ifndef FSRTL_VOLUME_LOCK_FAILED
#define FSRTL_VOLUME_LOCK_FAILED 0x4
#endif
#ifndef FSRTL_VOLUME_MOUNT
#define FSRTL_VOLUME_MOUNT 0x6
#endif
#ifndef FSRTL_VOLUME_NEEDS_CHKDSK
#define FSRTL_VOLUME_NEEDS_CHKDSK 0x7
#endif
#ifndef FSRTL_VOLUME_PREPARING_EJECT
#define FSRTL_VOLUME_PREPARING_EJECT 0xC
#endif
#ifndef FSRTL_VOLUME_UNLOCK
#define FSRTL_VOLUME_UNLOCK 0x5
#endif
#ifndef FSRTL_VOLUME_WEARING_OUT
#define FSRTL_VOLUME_WEARING_OUT 0x9
#endif
#ifndef FSRTL_VOLUME_WORM_NEAR_FULL
#define FSRTL_VOLUME_WORM_NEAR_FULL 0x8
#endif
#ifndef FSRTL_WILD_CHARACTER
#define FSRTL_WILD_CHARACTER 0x8
#endif
#ifndef FS_FILTER_ACQUIRE_FOR_CC_FLUSH
#define FS_FILTER_ACQUIRE_FOR_CC_FLUSH 0xFB
#endif
#ifndef FS_FILTER_ACQUIRE_FOR_MOD_WRITE
#define FS_FILTER_ACQUIRE_FOR_MOD_WRITE 0xFD
#endif
#ifndef FS_FILTER_ACQUIRE_FOR_SECTION_SYNCHRONIZATION
#define FS_FILTER_ACQUIRE_FOR_SECTION_SYNCHRONIZATION 0xFF
#endif
#ifndef FS_FILTER_RELEASE_FOR_CC_FLUSH
#define FS_FILTER_RELEASE_FOR_CC_FLUSH 0xFA
#endif
#ifndef FS_FILTER_RELEASE_FOR_MOD_WRITE
#define FS_FILTER_RELEASE_FOR_MOD_WRITE 0xFC
#endif
#ifndef FS_FILTER_RELEASE_FOR_SECTION_SYNCHRONIZATION
#define FS_FILTER_RELEASE_FOR_SECTION_SYNCHRONIZATION 0xFE
#endif
#ifndef FS_FILTER_SECTION_SYNC_IMAGE_EXTENTS_ARE_NOT_RVA
#define FS_FILTER_SECTION_SYNC_IMAGE_EXTENTS_ARE_NOT_RVA 0x8
#endif
#ifndef FS_FILTER_SECTION_SYNC_IN_FLAG_DONT_UPDATE_LAST_ACCESS
#define FS_FILTER_SECTION_SYNC_IN_FLAG_DONT_UPDATE_LAST_ACCESS 0x1
#endif
#ifndef FS_FILTER_SECTION_SYNC_IN_FLAG_DONT_UPDATE_LAST_WRITE
#define FS_FILTER_SECTION_SYNC_IN_FLAG_DONT_UPDATE_LAST_WRITE 0x2
#endif
#ifndef FS_FILTER_SECTION_SYNC_SUPPORTS_ASYNC_PARALLEL_IO
#define FS_FILTER_SECTION_SYNC_SUPPORTS_ASYNC_PARALLEL_IO 0x1
#endif
#ifndef FS_FILTER_SECTION_SYNC_SUPPORTS_DIRECT_MAP_DATA
#define FS_FILTER_SECTION_SYNC_SUPPORTS_DIRECT_MAP_DATA 0x2
#endif
#ifndef FS_FILTER_SECTION_SYNC_SUPPORTS_DIRECT_MAP_IMAGE
#define FS_FILTER_SECTION_SYNC_SUPPORTS_DIRECT_MAP_IMAGE 0x4
#endif
#ifndef GCR_ALLOW_LM
#define GCR_ALLOW_LM 0x1000
#endif
#ifndef GCR_ALLOW_NO_TARGET
#define GCR_ALLOW_NO_TARGET 0x2000
#endif
#ifndef GCR_ALLOW_NTLM
#define GCR_ALLOW_NTLM 0x100
#endif
#ifndef GCR_MACHINE_CREDENTIAL
#define GCR_MACHINE_CREDENTIAL 0x400
#endif
#ifndef GCR_NTLM3_PARMS
#define GCR_NTLM3_PARMS 0x20
#endif
#ifndef GCR_TARGET_INFO
#define GCR_TARGET_INFO 0x40
#endif
#ifndef GCR_USE_OEM_SET
#define GCR_USE_OEM_SET 0x200
#endif
#ifndef GCR_USE_OWF_PASSWORD
#define GCR_USE_OWF_PASSWORD 0x800
#endif
#ifndef GCR_VSM_PROTECTED_PASSWORD
#define GCR_VSM_PROTECTED_PASSWORD 0x4000
#endif
#ifndef GENERATE_CLIENT_CHALLENGE
#define GENERATE_CLIENT_CHALLENGE 0x10
#endif
#ifndef GENPROC_FLAGS_CORRECTED
#define GENPROC_FLAGS_CORRECTED 0x8
#endif
#ifndef GENPROC_FLAGS_OVERFLOW
#define GENPROC_FLAGS_OVERFLOW 0x4
#endif
#ifndef GENPROC_FLAGS_PRECISEIP
#define GENPROC_FLAGS_PRECISEIP 0x2
#endif
#ifndef GENPROC_FLAGS_RESTARTABLE
#define GENPROC_FLAGS_RESTARTABLE 0x1
#endif
#ifndef GENPROC_OP_DATAREAD
#define GENPROC_OP_DATAREAD 0x1
#endif
#ifndef GENPROC_OP_DATAWRITE
#define GENPROC_OP_DATAWRITE 0x2
#endif
#ifndef GENPROC_OP_GENERIC
#define GENPROC_OP_GENERIC 0x0
#endif
#ifndef GENPROC_OP_INSTRUCTIONEXE
#define GENPROC_OP_INSTRUCTIONEXE 0x3
#endif
#ifndef GENPROC_PROCERRTYPE_BUS
#define GENPROC_PROCERRTYPE_BUS 0x4
#endif
#ifndef GENPROC_PROCERRTYPE_CACHE
#define GENPROC_PROCERRTYPE_CACHE 0x1
#endif
#ifndef GENPROC_PROCERRTYPE_MAE
#define GENPROC_PROCERRTYPE_MAE 0x8
#endif
#ifndef GENPROC_PROCERRTYPE_TLB
#define GENPROC_PROCERRTYPE_TLB 0x2
#endif
#ifndef GENPROC_PROCERRTYPE_UNKNOWN
#define GENPROC_PROCERRTYPE_UNKNOWN 0x0
#endif
#ifndef GENPROC_PROCISA_ARM32
#define GENPROC_PROCISA_ARM32 0x4
#endif
#ifndef GENPROC_PROCISA_ARM64
#define GENPROC_PROCISA_ARM64 0x8
#endif
#ifndef GENPROC_PROCISA_IPF
#define GENPROC_PROCISA_IPF 0x1
#endif
#ifndef GENPROC_PROCISA_X64
#define GENPROC_PROCISA_X64 0x2
#endif
#ifndef GENPROC_PROCISA_X86
#define GENPROC_PROCISA_X86 0x0
#endif
#ifndef GENPROC_PROCTYPE_ARM
#define GENPROC_PROCTYPE_ARM 0x2
#endif
#ifndef GENPROC_PROCTYPE_IPF
#define GENPROC_PROCTYPE_IPF 0x1
#endif
#ifndef GENPROC_PROCTYPE_XPF
#define GENPROC_PROCTYPE_XPF 0x0
#endif
#ifndef GET_VOLUME_BITMAP_FLAG_MASK_METADATA
#define GET_VOLUME_BITMAP_FLAG_MASK_METADATA 0x1
#endif
#ifndef GM_LOCK_BIT
#define GM_LOCK_BIT 0x1
#endif
#ifndef GM_LOCK_BIT_V
#define GM_LOCK_BIT_V 0x0
#endif
#ifndef GM_LOCK_WAITER_INC
#define GM_LOCK_WAITER_INC 0x4
#endif
#ifndef GM_LOCK_WAITER_WOKEN
#define GM_LOCK_WAITER_WOKEN 0x2
#endif
#ifndef GROUP_ADD_MEMBER
#define GROUP_ADD_MEMBER 0x4
#endif
#ifndef GROUP_ALL_ACCESS
#define GROUP_ALL_ACCESS 0x000F001F
#endif
#ifndef GROUP_EXECUTE
#define GROUP_EXECUTE 0x00020001
#endif
#ifndef GROUP_LIST_MEMBERS
#define GROUP_LIST_MEMBERS 0x10
#endif
#ifndef GROUP_READ
#define GROUP_READ 0x00020010
#endif
#ifndef GROUP_READ_INFORMATION
#define GROUP_READ_INFORMATION 0x1
#endif
#ifndef GROUP_REMOVE_MEMBER
#define GROUP_REMOVE_MEMBER 0x8
#endif
#ifndef GROUP_SECURITY_INFORMATION
#define GROUP_SECURITY_INFORMATION 0x2
#endif
#ifndef GROUP_TYPE_ACCOUNT_GROUP
#define GROUP_TYPE_ACCOUNT_GROUP 0x2
#endif
#ifndef GROUP_TYPE_APP_BASIC_GROUP
#define GROUP_TYPE_APP_BASIC_GROUP 0x10
#endif
#ifndef GROUP_TYPE_APP_QUERY_GROUP
#define GROUP_TYPE_APP_QUERY_GROUP 0x20
#endif
#ifndef GROUP_TYPE_BUILTIN_LOCAL_GROUP
#define GROUP_TYPE_BUILTIN_LOCAL_GROUP 0x1
#endif
#ifndef GROUP_TYPE_RESOURCE_BEHAVOIR
#define GROUP_TYPE_RESOURCE_BEHAVOIR 0x34
#endif
#ifndef GROUP_TYPE_RESOURCE_GROUP
#define GROUP_TYPE_RESOURCE_GROUP 0x4
#endif
#ifndef GROUP_TYPE_SECURITY_ENABLED
#define GROUP_TYPE_SECURITY_ENABLED 0x80000000
#endif
#ifndef GROUP_TYPE_UNIVERSAL_GROUP
#define GROUP_TYPE_UNIVERSAL_GROUP 0x8
#endif
#ifndef GROUP_WRITE
#define GROUP_WRITE 0x0002000E
#endif
#ifndef GROUP_WRITE_ACCOUNT
#define GROUP_WRITE_ACCOUNT 0x2
#endif
#ifndef HAL_CMC_DISABLED
#define HAL_CMC_DISABLED 0x0
#endif
#ifndef HAL_CMC_INTERRUPTS_BASED
#define HAL_CMC_INTERRUPTS_BASED 0xFFFFFFFF
#endif
#ifndef HAL_CPE_DISABLED
#define HAL_CPE_DISABLED 0x0
#endif
#ifndef HAL_CPE_INTERRUPTS_BASED
#define HAL_CPE_INTERRUPTS_BASED 0xFFFFFFFF
#endif
#ifndef HAL_DISPATCH_VERSION
#define HAL_DISPATCH_VERSION 0x4
#endif
#ifndef HAL_DMA_ADAPTER_VERSION_1
#define HAL_DMA_ADAPTER_VERSION_1 0x1
#endif
#ifndef HAL_MASK_UNMASK_FLAGS_NONE
#define HAL_MASK_UNMASK_FLAGS_NONE 0x0
#endif
#ifndef HAL_MASK_UNMASK_FLAGS_SERVICING_COMPLETE
#define HAL_MASK_UNMASK_FLAGS_SERVICING_COMPLETE 0x2
#endif
#ifndef HAL_MASK_UNMASK_FLAGS_SERVICING_DEFERRED
#define HAL_MASK_UNMASK_FLAGS_SERVICING_DEFERRED 0x1
#endif
#ifndef HAL_MCA_DISABLED
#define HAL_MCA_DISABLED 0x0
#endif
#ifndef HAL_MCA_INTERRUPTS_BASED
#define HAL_MCA_INTERRUPTS_BASED 0xFFFFFFFF
#endif
#ifndef HAL_MCE_DISABLED
#define HAL_MCE_DISABLED 0x0
#endif
#ifndef HAL_MCE_INTERRUPTS_BASED
#define HAL_MCE_INTERRUPTS_BASED 0xFFFFFFFF
#endif
#ifndef HAL_PLATFORM_ACPI_TABLES_CACHED
#define HAL_PLATFORM_ACPI_TABLES_CACHED 0x20
#endif
#ifndef HAL_PLATFORM_DISABLE_PTCG
#define HAL_PLATFORM_DISABLE_PTCG 0x4
#endif
#ifndef HAL_PLATFORM_DISABLE_UC_MAIN_MEMORY
#define HAL_PLATFORM_DISABLE_UC_MAIN_MEMORY 0x8
#endif
#ifndef HAL_PLATFORM_DISABLE_WRITE_COMBINING
#define HAL_PLATFORM_DISABLE_WRITE_COMBINING 0x1
#endif
#ifndef HAL_PLATFORM_ENABLE_WRITE_COMBINING_MMIO
#define HAL_PLATFORM_ENABLE_WRITE_COMBINING_MMIO 0x10
#endif
#ifndef HASH_STRING_ALGORITHM_DEFAULT
#define HASH_STRING_ALGORITHM_DEFAULT 0x0
#endif
#ifndef HASH_STRING_ALGORITHM_INVALID
#define HASH_STRING_ALGORITHM_INVALID 0xFFFFFFFF
#endif
#ifndef HASH_STRING_ALGORITHM_X65599
#define HASH_STRING_ALGORITHM_X65599 0x1
#endif
#ifndef HEAP_CLASS_0
#define HEAP_CLASS_0 0x0
#endif
#ifndef HEAP_CLASS_1
#define HEAP_CLASS_1 0x1000
#endif
#ifndef HEAP_CLASS_2
#define HEAP_CLASS_2 0x2000
#endif
#ifndef HEAP_CLASS_3
#define HEAP_CLASS_3 0x3000
#endif
#ifndef HEAP_CLASS_4
#define HEAP_CLASS_4 0x4000
#endif
#ifndef HEAP_CLASS_5
#define HEAP_CLASS_5 0x5000
#endif
#ifndef HEAP_CLASS_6
#define HEAP_CLASS_6 0x6000
#endif
#ifndef HEAP_CLASS_7
#define HEAP_CLASS_7 0x7000
#endif
#ifndef HEAP_CLASS_8
#define HEAP_CLASS_8 0x8000
#endif
#ifndef HEAP_CLASS_MASK
#define HEAP_CLASS_MASK 0xF000
#endif
#ifndef HEAP_CREATE_ALIGN_16
#define HEAP_CREATE_ALIGN_16 0x00010000
#endif
#ifndef HEAP_CREATE_ENABLE_EXECUTE
#define HEAP_CREATE_ENABLE_EXECUTE 0x00040000
#endif
#ifndef HEAP_CREATE_ENABLE_TRACING
#define HEAP_CREATE_ENABLE_TRACING 0x00020000
#endif
#ifndef HEAP_CREATE_HARDENED
#define HEAP_CREATE_HARDENED 0x200
#endif
#ifndef HEAP_CREATE_SEGMENT_HEAP
#define HEAP_CREATE_SEGMENT_HEAP 0x100
#endif
#ifndef HEAP_CREATE_VALID_MASK
#define HEAP_CREATE_VALID_MASK 0x0007F0FF
#endif
#ifndef HEAP_DISABLE_COALESCE_ON_FREE
#define HEAP_DISABLE_COALESCE_ON_FREE 0x80
#endif
#ifndef HEAP_FREE_CHECKING_ENABLED
#define HEAP_FREE_CHECKING_ENABLED 0x40
#endif
#ifndef HEAP_GENERATE_EXCEPTIONS
#define HEAP_GENERATE_EXCEPTIONS 0x4
#endif
#ifndef HEAP_GLOBAL_TAG
#define HEAP_GLOBAL_TAG 0x800
#endif
#ifndef HEAP_GROWABLE
#define HEAP_GROWABLE 0x2
#endif
#ifndef HEAP_MAXIMUM_TAG
#define HEAP_MAXIMUM_TAG 0xFFF
#endif
#ifndef HEAP_NO_SERIALIZE
#define HEAP_NO_SERIALIZE 0x1
#endif
#ifndef HEAP_PSEUDO_TAG_FLAG
#define HEAP_PSEUDO_TAG_FLAG 0x8000
#endif
#ifndef HEAP_REALLOC_IN_PLACE_ONLY
#define HEAP_REALLOC_IN_PLACE_ONLY 0x10
#endif
#ifndef HEAP_SETTABLE_USER_FLAG1
#define HEAP_SETTABLE_USER_FLAG1 0x200
#endif
#ifndef HEAP_SETTABLE_USER_FLAG2
#define HEAP_SETTABLE_USER_FLAG2 0x400
#endif
#ifndef HEAP_SETTABLE_USER_FLAG3
#define HEAP_SETTABLE_USER_FLAG3 0x800
#endif
#ifndef HEAP_SETTABLE_USER_FLAGS
#define HEAP_SETTABLE_USER_FLAGS 0xE00
#endif
#ifndef HEAP_SETTABLE_USER_VALUE
#define HEAP_SETTABLE_USER_VALUE 0x100
#endif
#ifndef HEAP_TAG_MASK
#define HEAP_TAG_MASK 0x3FFC0000
#endif
#ifndef HEAP_TAG_SHIFT
#define HEAP_TAG_SHIFT 0x12
#endif
#ifndef HEAP_TAIL_CHECKING_ENABLED
#define HEAP_TAIL_CHECKING_ENABLED 0x20
#endif
#ifndef HEAP_ZERO_MEMORY
#define HEAP_ZERO_MEMORY 0x8
#endif
#ifndef HIGH_PRIORITY
#define HIGH_PRIORITY 0x1F
#endif
#ifndef IMAGE_ADDRESSING_MODE_32BIT
#define IMAGE_ADDRESSING_MODE_32BIT 0x3
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_BASERELOC
#define IMAGE_DIRECTORY_ENTRY_BASERELOC 0x5
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT
#define IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT 0xB
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR
#define IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR 0xE
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_COPYRIGHT
#define IMAGE_DIRECTORY_ENTRY_COPYRIGHT 0x7
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_DEBUG
#define IMAGE_DIRECTORY_ENTRY_DEBUG 0x6
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT
#define IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT 0xD
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_EXCEPTION
#define IMAGE_DIRECTORY_ENTRY_EXCEPTION 0x3
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_EXPORT
#define IMAGE_DIRECTORY_ENTRY_EXPORT 0x0
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_GLOBALPTR
#define IMAGE_DIRECTORY_ENTRY_GLOBALPTR 0x8
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_IAT
#define IMAGE_DIRECTORY_ENTRY_IAT 0xC
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_IMPORT
#define IMAGE_DIRECTORY_ENTRY_IMPORT 0x1
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_LOAD_CONFIG
#define IMAGE_DIRECTORY_ENTRY_LOAD_CONFIG 0xA
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_RESOURCE
#define IMAGE_DIRECTORY_ENTRY_RESOURCE 0x2
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_SECURITY
#define IMAGE_DIRECTORY_ENTRY_SECURITY 0x4
#endif
#ifndef IMAGE_DIRECTORY_ENTRY_TLS
#define IMAGE_DIRECTORY_ENTRY_TLS 0x9
#endif
#ifndef IMAGE_DOS_SIGNATURE
#define IMAGE_DOS_SIGNATURE 0x5A4D
#endif
#ifndef IMAGE_FILE_16BIT_MACHINE
#define IMAGE_FILE_16BIT_MACHINE 0x40
#endif
#ifndef IMAGE_FILE_32BIT_MACHINE
#define IMAGE_FILE_32BIT_MACHINE 0x100
#endif
#ifndef IMAGE_FILE_AGGRESIVE_WS_TRIM
#define IMAGE_FILE_AGGRESIVE_WS_TRIM 0x10
#endif
#ifndef IMAGE_FILE_BASE_RELOCATION_TABLE
#define IMAGE_FILE_BASE_RELOCATION_TABLE 0x5
#endif
#ifndef IMAGE_FILE_BYTES_REVERSED_HI
#define IMAGE_FILE_BYTES_REVERSED_HI 0x8000
#endif
#ifndef IMAGE_FILE_BYTES_REVERSED_LO
#define IMAGE_FILE_BYTES_REVERSED_LO 0x80
#endif
#ifndef IMAGE_FILE_CALLBACK_DIRECTORY
#define IMAGE_FILE_CALLBACK_DIRECTORY 0xA
#endif
#ifndef IMAGE_FILE_DEBUG_DIRECTORY
#define IMAGE_FILE_DEBUG_DIRECTORY 0x6
#endif
#ifndef IMAGE_FILE_DEBUG_STRIPPED
#define IMAGE_FILE_DEBUG_STRIPPED 0x200
#endif
#ifndef IMAGE_FILE_DESCRIPTION_STRING
#define IMAGE_FILE_DESCRIPTION_STRING 0x7
#endif
#ifndef IMAGE_FILE_DLL
#define IMAGE_FILE_DLL 0x2000
#endif
#ifndef IMAGE_FILE_EXCEPTION_DIRECTORY
#define IMAGE_FILE_EXCEPTION_DIRECTORY 0x3
#endif
#ifndef IMAGE_FILE_EXECUTABLE_IMAGE
#define IMAGE_FILE_EXECUTABLE_IMAGE 0x2
#endif
#ifndef IMAGE_FILE_EXPORT_DIRECTORY
#define IMAGE_FILE_EXPORT_DIRECTORY 0x0
#endif
#ifndef IMAGE_FILE_IMPORT_DIRECTORY
#define IMAGE_FILE_IMPORT_DIRECTORY 0x1
#endif
#ifndef IMAGE_FILE_LARGE_ADDRESS_AWARE
#define IMAGE_FILE_LARGE_ADDRESS_AWARE 0x20
#endif
#ifndef IMAGE_FILE_LINE_NUMS_STRIPPED
#define IMAGE_FILE_LINE_NUMS_STRIPPED 0x4
#endif
#ifndef IMAGE_FILE_LOCAL_SYMS_STRIPPED
#define IMAGE_FILE_LOCAL_SYMS_STRIPPED 0x8
#endif
#ifndef IMAGE_FILE_MACHINE_ALPHA
#define IMAGE_FILE_MACHINE_ALPHA 0x184
#endif
#ifndef IMAGE_FILE_MACHINE_ALPHA64
#define IMAGE_FILE_MACHINE_ALPHA64 0x284
#endif
#ifndef IMAGE_FILE_MACHINE_AM33
#define IMAGE_FILE_MACHINE_AM33 0x1D3
#endif
#ifndef IMAGE_FILE_MACHINE_AMD64
#define IMAGE_FILE_MACHINE_AMD64 0x8664
#endif
#ifndef IMAGE_FILE_MACHINE_ARM
#define IMAGE_FILE_MACHINE_ARM 0x1C0
#endif
#ifndef IMAGE_FILE_MACHINE_ARM64
#define IMAGE_FILE_MACHINE_ARM64 0xAA64
#endif
#ifndef IMAGE_FILE_MACHINE_ARM64EC
#define IMAGE_FILE_MACHINE_ARM64EC 0xA641
#endif
#ifndef IMAGE_FILE_MACHINE_ARM64X
#define IMAGE_FILE_MACHINE_ARM64X 0xA64E
#endif
#ifndef IMAGE_FILE_MACHINE_ARMNT
#define IMAGE_FILE_MACHINE_ARMNT 0x1C4
#endif
#ifndef IMAGE_FILE_MACHINE_AXP64
#define IMAGE_FILE_MACHINE_AXP64 0x284
#endif
#ifndef IMAGE_FILE_MACHINE_CEE
#define IMAGE_FILE_MACHINE_CEE 0xC0EE
#endif
#ifndef IMAGE_FILE_MACHINE_CEF
#define IMAGE_FILE_MACHINE_CEF 0xCEF
#endif
#ifndef IMAGE_FILE_MACHINE_CHPE_X86
#define IMAGE_FILE_MACHINE_CHPE_X86 0x3A64
#endif
#ifndef IMAGE_FILE_MACHINE_EBC
#define IMAGE_FILE_MACHINE_EBC 0xEBC
#endif
#ifndef IMAGE_FILE_MACHINE_I386
#define IMAGE_FILE_MACHINE_I386 0x14C
#endif
#ifndef IMAGE_FILE_MACHINE_I860
#define IMAGE_FILE_MACHINE_I860 0x14D
#endif
#ifndef IMAGE_FILE_MACHINE_IA64
#define IMAGE_FILE_MACHINE_IA64 0x200
#endif
#ifndef IMAGE_FILE_MACHINE_M32R
#define IMAGE_FILE_MACHINE_M32R 0x9041
#endif
#ifndef IMAGE_FILE_MACHINE_MIPS16
#define IMAGE_FILE_MACHINE_MIPS16 0x266
#endif
#ifndef IMAGE_FILE_MACHINE_MIPSFPU
#define IMAGE_FILE_MACHINE_MIPSFPU 0x366
#endif
#ifndef IMAGE_FILE_MACHINE_MIPSFPU16
#define IMAGE_FILE_MACHINE_MIPSFPU16 0x466
#endif
#ifndef IMAGE_FILE_MACHINE_POWERPC
#define IMAGE_FILE_MACHINE_POWERPC 0x1F0
#endif
#ifndef IMAGE_FILE_MACHINE_POWERPCFP
#define IMAGE_FILE_MACHINE_POWERPCFP 0x1F1
#endif
#ifndef IMAGE_FILE_MACHINE_R10000
#define IMAGE_FILE_MACHINE_R10000 0x168
#endif
#ifndef IMAGE_FILE_MACHINE_R3000
#define IMAGE_FILE_MACHINE_R3000 0x162
#endif
#ifndef IMAGE_FILE_MACHINE_R4000
#define IMAGE_FILE_MACHINE_R4000 0x166
#endif
#ifndef IMAGE_FILE_MACHINE_SH3
#define IMAGE_FILE_MACHINE_SH3 0x1A2
#endif
#ifndef IMAGE_FILE_MACHINE_SH3DSP
#define IMAGE_FILE_MACHINE_SH3DSP 0x1A3
#endif
#ifndef IMAGE_FILE_MACHINE_SH3E
#define IMAGE_FILE_MACHINE_SH3E 0x1A4
#endif
#ifndef IMAGE_FILE_MACHINE_SH4
#define IMAGE_FILE_MACHINE_SH4 0x1A6
#endif
#ifndef IMAGE_FILE_MACHINE_SH5
#define IMAGE_FILE_MACHINE_SH5 0x1A8
#endif
#ifndef IMAGE_FILE_MACHINE_TARGET_HOST
#define IMAGE_FILE_MACHINE_TARGET_HOST 0x1
#endif
#ifndef IMAGE_FILE_MACHINE_THUMB
#define IMAGE_FILE_MACHINE_THUMB 0x1C2
#endif
#ifndef IMAGE_FILE_MACHINE_TRICORE
#define IMAGE_FILE_MACHINE_TRICORE 0x520
#endif
#ifndef IMAGE_FILE_MACHINE_UNKNOWN
#define IMAGE_FILE_MACHINE_UNKNOWN 0x0
#endif
#ifndef IMAGE_FILE_MACHINE_VALUE
#define IMAGE_FILE_MACHINE_VALUE 0x8
#endif
#ifndef IMAGE_FILE_MACHINE_WCEMIPSV2
#define IMAGE_FILE_MACHINE_WCEMIPSV2 0x169
#endif
#ifndef IMAGE_FILE_NATIVE_MACHINE_AMD64
#define IMAGE_FILE_NATIVE_MACHINE_AMD64 0x2
#endif
#ifndef IMAGE_FILE_NATIVE_MACHINE_ARM64
#define IMAGE_FILE_NATIVE_MACHINE_ARM64 0x8
#endif
#ifndef IMAGE_FILE_NATIVE_MACHINE_ARM64EC
#define IMAGE_FILE_NATIVE_MACHINE_ARM64EC 0x10
#endif
#ifndef IMAGE_FILE_NATIVE_MACHINE_ARMNT
#define IMAGE_FILE_NATIVE_MACHINE_ARMNT 0x4
#endif
#ifndef IMAGE_FILE_NATIVE_MACHINE_I386
#define IMAGE_FILE_NATIVE_MACHINE_I386 0x1
#endif
#ifndef IMAGE_FILE_NET_RUN_FROM_SWAP
#define IMAGE_FILE_NET_RUN_FROM_SWAP 0x800
#endif
#ifndef IMAGE_FILE_RELOCS_STRIPPED
#define IMAGE_FILE_RELOCS_STRIPPED 0x1
#endif
#ifndef IMAGE_FILE_REMOVABLE_RUN_FROM_SWAP
#define IMAGE_FILE_REMOVABLE_RUN_FROM_SWAP 0x400
#endif
#ifndef IMAGE_FILE_RESOURCE_DIRECTORY
#define IMAGE_FILE_RESOURCE_DIRECTORY 0x2
#endif
#ifndef IMAGE_FILE_SECURITY_DIRECTORY
#define IMAGE_FILE_SECURITY_DIRECTORY 0x4
#endif
#ifndef IMAGE_FILE_SYSTEM
#define IMAGE_FILE_SYSTEM 0x1000
#endif
#ifndef IMAGE_FILE_THREAD_LOCAL_STORAGE
#define IMAGE_FILE_THREAD_LOCAL_STORAGE 0x9
#endif
#ifndef IMAGE_FILE_UP_SYSTEM_ONLY
#define IMAGE_FILE_UP_SYSTEM_ONLY 0x4000
#endif
#ifndef IMAGE_NT_OPTIONAL_HDR32_MAGIC
#define IMAGE_NT_OPTIONAL_HDR32_MAGIC 0x10B
#endif
#ifndef IMAGE_NT_OPTIONAL_HDR64_MAGIC
#define IMAGE_NT_OPTIONAL_HDR64_MAGIC 0x20B
#endif
#ifndef IMAGE_NT_OPTIONAL_HDR_MAGIC
#define IMAGE_NT_OPTIONAL_HDR_MAGIC 0x20B
#endif
#ifndef IMAGE_NT_SIGNATURE
#define IMAGE_NT_SIGNATURE 0x4550
#endif
#ifndef IMAGE_POLICY_METADATA_VERSION
#define IMAGE_POLICY_METADATA_VERSION 0x1
#endif
#ifndef IMAGE_SCN_ALIGN_1024BYTES
#define IMAGE_SCN_ALIGN_1024BYTES 0x00B00000
#endif
#ifndef IMAGE_SCN_ALIGN_128BYTES
#define IMAGE_SCN_ALIGN_128BYTES 0x00800000
#endif
#ifndef IMAGE_SCN_ALIGN_16BYTES
#define IMAGE_SCN_ALIGN_16BYTES 0x00500000
#endif
#ifndef IMAGE_SCN_ALIGN_1BYTES
#define IMAGE_SCN_ALIGN_1BYTES 0x00100000
#endif
#ifndef IMAGE_SCN_ALIGN_2048BYTES
#define IMAGE_SCN_ALIGN_2048BYTES 0x00C00000
#endif
#ifndef IMAGE_SCN_ALIGN_256BYTES
#define IMAGE_SCN_ALIGN_256BYTES 0x00900000
#endif
#ifndef IMAGE_SCN_ALIGN_2BYTES
#define IMAGE_SCN_ALIGN_2BYTES 0x00200000
#endif
#ifndef IMAGE_SCN_ALIGN_32BYTES
#define IMAGE_SCN_ALIGN_32BYTES 0x00600000
#endif
#ifndef IMAGE_SCN_ALIGN_4096BYTES
#define IMAGE_SCN_ALIGN_4096BYTES 0x00D00000
#endif
#ifndef IMAGE_SCN_ALIGN_4BYTES
#define IMAGE_SCN_ALIGN_4BYTES 0x00300000
#endif
#ifndef IMAGE_SCN_ALIGN_512BYTES
#define IMAGE_SCN_ALIGN_512BYTES 0x00A00000
#endif
#ifndef IMAGE_SCN_ALIGN_64BYTES
#define IMAGE_SCN_ALIGN_64BYTES 0x00700000
#endif
#ifndef IMAGE_SCN_ALIGN_8192BYTES
#define IMAGE_SCN_ALIGN_8192BYTES 0x00E00000
#endif
#ifndef IMAGE_SCN_ALIGN_8BYTES
#define IMAGE_SCN_ALIGN_8BYTES 0x00400000
#endif
#ifndef IMAGE_SCN_ALIGN_MASK
#define IMAGE_SCN_ALIGN_MASK 0x00F00000
#endif
#ifndef IMAGE_SCN_CNT_CODE
#define IMAGE_SCN_CNT_CODE 0x20
#endif
#ifndef IMAGE_SCN_CNT_INITIALIZED_DATA
#define IMAGE_SCN_CNT_INITIALIZED_DATA 0x40
#endif
#ifndef IMAGE_SCN_CNT_UNINITIALIZED_DATA
#define IMAGE_SCN_CNT_UNINITIALIZED_DATA 0x80
#endif
#ifndef IMAGE_SCN_LNK_COMDAT
#define IMAGE_SCN_LNK_COMDAT 0x1000
#endif
#ifndef IMAGE_SCN_LNK_INFO
#define IMAGE_SCN_LNK_INFO 0x200
#endif
#ifndef IMAGE_SCN_LNK_NRELOC_OVFL
#define IMAGE_SCN_LNK_NRELOC_OVFL 0x01000000
#endif
#ifndef IMAGE_SCN_LNK_OTHER
#define IMAGE_SCN_LNK_OTHER 0x100
#endif
#ifndef IMAGE_SCN_LNK_REMOVE
#define IMAGE_SCN_LNK_REMOVE 0x800
#endif
#ifndef IMAGE_SCN_MEM_16BIT
#define IMAGE_SCN_MEM_16BIT 0x00020000
#endif
#ifndef IMAGE_SCN_MEM_DISCARDABLE
#define IMAGE_SCN_MEM_DISCARDABLE 0x02000000
#endif
#ifndef IMAGE_SCN_MEM_EXECUTE
#define IMAGE_SCN_MEM_EXECUTE 0x20000000
#endif
#ifndef IMAGE_SCN_MEM_FARDATA
#define IMAGE_SCN_MEM_FARDATA 0x8000
#endif
#ifndef IMAGE_SCN_MEM_LOCKED
#define IMAGE_SCN_MEM_LOCKED 0x00040000
#endif
#ifndef IMAGE_SCN_MEM_NOT_CACHED
#define IMAGE_SCN_MEM_NOT_CACHED 0x04000000
#endif
#ifndef IMAGE_SCN_MEM_NOT_PAGED
#define IMAGE_SCN_MEM_NOT_PAGED 0x08000000
#endif
#ifndef IMAGE_SCN_MEM_PRELOAD
#define IMAGE_SCN_MEM_PRELOAD 0x00080000
#endif
#ifndef IMAGE_SCN_MEM_PURGEABLE
#define IMAGE_SCN_MEM_PURGEABLE 0x00020000
#endif
#ifndef IMAGE_SCN_MEM_READ
#define IMAGE_SCN_MEM_READ 0x40000000
#endif
#ifndef IMAGE_SCN_MEM_SHARED
#define IMAGE_SCN_MEM_SHARED 0x10000000
#endif
#ifndef IMAGE_SCN_MEM_WRITE
#define IMAGE_SCN_MEM_WRITE 0x80000000
#endif
#ifndef IMAGE_SCN_TYPE_NO_PAD
#define IMAGE_SCN_TYPE_NO_PAD 0x8
#endif
#ifndef IMAGE_SUBSYSTEM_EFI_APPLICATION
#define IMAGE_SUBSYSTEM_EFI_APPLICATION 0xA
#endif
#ifndef IMAGE_SUBSYSTEM_EFI_BOOT_SERVICE_DRIVER
#define IMAGE_SUBSYSTEM_EFI_BOOT_SERVICE_DRIVER 0xB
#endif
#ifndef IMAGE_SUBSYSTEM_EFI_ROM
#define IMAGE_SUBSYSTEM_EFI_ROM 0xD
#endif
#ifndef IMAGE_SUBSYSTEM_EFI_RUNTIME_DRIVER
#define IMAGE_SUBSYSTEM_EFI_RUNTIME_DRIVER 0xC
#endif
#ifndef IMAGE_SUBSYSTEM_NATIVE
#define IMAGE_SUBSYSTEM_NATIVE 0x1
#endif
#ifndef IMAGE_SUBSYSTEM_NATIVE_WINDOWS
#define IMAGE_SUBSYSTEM_NATIVE_WINDOWS 0x8
#endif
#ifndef IMAGE_SUBSYSTEM_OS2_CUI
#define IMAGE_SUBSYSTEM_OS2_CUI 0x5
#endif
#ifndef IMAGE_SUBSYSTEM_POSIX_CUI
#define IMAGE_SUBSYSTEM_POSIX_CUI 0x7
#endif
#ifndef IMAGE_SUBSYSTEM_UNKNOWN
#define IMAGE_SUBSYSTEM_UNKNOWN 0x0
#endif
#ifndef IMAGE_SUBSYSTEM_WINDOWS_BOOT_APPLICATION
#define IMAGE_SUBSYSTEM_WINDOWS_BOOT_APPLICATION 0x10
#endif
#ifndef IMAGE_SUBSYSTEM_WINDOWS_CE_GUI
#define IMAGE_SUBSYSTEM_WINDOWS_CE_GUI 0x9
#endif
#ifndef IMAGE_SUBSYSTEM_WINDOWS_CUI
#define IMAGE_SUBSYSTEM_WINDOWS_CUI 0x3
#endif
#ifndef IMAGE_SUBSYSTEM_WINDOWS_GUI
#define IMAGE_SUBSYSTEM_WINDOWS_GUI 0x2
#endif
#ifndef IMAGE_SUBSYSTEM_XBOX
#define IMAGE_SUBSYSTEM_XBOX 0xE
#endif
#ifndef INHERIT_ONLY_ACE
#define INHERIT_ONLY_ACE 0x8
#endif
#ifndef INHERITED_ACE
#define INHERITED_ACE 0x10
#endif
#ifndef INITIAL_CPSR
#define INITIAL_CPSR 0x10
#endif
#ifndef INITIAL_FPCSR
#define INITIAL_FPCSR 0x27F
#endif
#ifndef INITIAL_FPSCR
#define INITIAL_FPSCR 0x0
#endif
#ifndef INITIAL_MXCSR
#define INITIAL_MXCSR 0x1F80
#endif
#ifndef INITIAL_PRIVILEGE_COUNT
#define INITIAL_PRIVILEGE_COUNT 0x3
#endif
#ifndef INJECT_ERRTYPE_MEMORY_CORRECTABLE
#define INJECT_ERRTYPE_MEMORY_CORRECTABLE 0x8
#endif
#ifndef INJECT_ERRTYPE_MEMORY_UNCORRECTABLEFATAL
#define INJECT_ERRTYPE_MEMORY_UNCORRECTABLEFATAL 0x20
#endif
#ifndef INJECT_ERRTYPE_MEMORY_UNCORRECTABLENONFATAL
#define INJECT_ERRTYPE_MEMORY_UNCORRECTABLENONFATAL 0x10
#endif
#ifndef INJECT_ERRTYPE_PCIEXPRESS_CORRECTABLE
#define INJECT_ERRTYPE_PCIEXPRESS_CORRECTABLE 0x40
#endif
#ifndef INJECT_ERRTYPE_PCIEXPRESS_UNCORRECTABLEFATAL
#define INJECT_ERRTYPE_PCIEXPRESS_UNCORRECTABLEFATAL 0x100
#endif
#ifndef INJECT_ERRTYPE_PCIEXPRESS_UNCORRECTABLENONFATAL
#define INJECT_ERRTYPE_PCIEXPRESS_UNCORRECTABLENONFATAL 0x80
#endif
#ifndef INJECT_ERRTYPE_PLATFORM_CORRECTABLE
#define INJECT_ERRTYPE_PLATFORM_CORRECTABLE 0x200
#endif
#ifndef INJECT_ERRTYPE_PLATFORM_UNCORRECTABLEFATAL
#define INJECT_ERRTYPE_PLATFORM_UNCORRECTABLEFATAL 0x800
#endif
#ifndef INJECT_ERRTYPE_PLATFORM_UNCORRECTABLENONFATAL
#define INJECT_ERRTYPE_PLATFORM_UNCORRECTABLENONFATAL 0x400
#endif
#ifndef INJECT_ERRTYPE_PROCESSOR_CORRECTABLE
#define INJECT_ERRTYPE_PROCESSOR_CORRECTABLE 0x1
#endif
#ifndef INJECT_ERRTYPE_PROCESSOR_UNCORRECTABLEFATAL
#define INJECT_ERRTYPE_PROCESSOR_UNCORRECTABLEFATAL 0x4
#endif
#ifndef INJECT_ERRTYPE_PROCESSOR_UNCORRECTABLENONFATAL
#define INJECT_ERRTYPE_PROCESSOR_UNCORRECTABLENONFATAL 0x2
#endif
#ifndef INSTANCE_NAME_MAX_BYTES
#define INSTANCE_NAME_MAX_BYTES 0x1FE
#endif
#ifndef INSTANCE_NAME_MAX_CHARS
#define INSTANCE_NAME_MAX_CHARS 0xFF
#endif
#ifndef INVALID_PROCESSOR_INDEX
#define INVALID_PROCESSOR_INDEX 0xFFFFFFFF
#endif
#ifndef IO_ATTACH_DEVICE
#define IO_ATTACH_DEVICE 0x400
#endif
#ifndef IO_ATTACH_DEVICE_API
#define IO_ATTACH_DEVICE_API 0x80000000
#endif
#ifndef IO_ATTRIBUTION_INFO_V1
#define IO_ATTRIBUTION_INFO_V1 0x1
#endif
#ifndef IO_BAD_BLOCK_WITH_NAME
#define IO_BAD_BLOCK_WITH_NAME ((LONG)0xC004001F)
#endif
#ifndef IO_CDROM_EXCLUSIVE_LOCK
#define IO_CDROM_EXCLUSIVE_LOCK 0x40040085
#endif
#ifndef IO_CD_ROM_INCREMENT
#define IO_CD_ROM_INCREMENT 0x1
#endif
#ifndef IO_CHECK_CREATE_PARAMETERS
#define IO_CHECK_CREATE_PARAMETERS 0x200
#endif
#ifndef IO_CHECK_SHARE_ACCESS_DONT_CHECK_DELETE
#define IO_CHECK_SHARE_ACCESS_DONT_CHECK_DELETE 0x10
#endif
#ifndef IO_CHECK_SHARE_ACCESS_DONT_CHECK_READ
#define IO_CHECK_SHARE_ACCESS_DONT_CHECK_READ 0x4
#endif
#ifndef IO_CHECK_SHARE_ACCESS_DONT_CHECK_WRITE
#define IO_CHECK_SHARE_ACCESS_DONT_CHECK_WRITE 0x8
#endif
#ifndef IO_CHECK_SHARE_ACCESS_DONT_UPDATE_FILE_OBJECT
#define IO_CHECK_SHARE_ACCESS_DONT_UPDATE_FILE_OBJECT 0x2
#endif
#ifndef IO_CHECK_SHARE_ACCESS_FORCE_CHECK
#define IO_CHECK_SHARE_ACCESS_FORCE_CHECK 0x20
#endif
#ifndef IO_CHECK_SHARE_ACCESS_FORCE_USING_SCB
#define IO_CHECK_SHARE_ACCESS_FORCE_USING_SCB 0x40
#endif
#ifndef IO_CHECK_SHARE_ACCESS_UPDATE_SHARE_ACCESS
#define IO_CHECK_SHARE_ACCESS_UPDATE_SHARE_ACCESS 0x1
#endif
#ifndef IO_COMPLETION_ALL_ACCESS
#define IO_COMPLETION_ALL_ACCESS 0x001F0003
#endif
#ifndef IO_COMPLETION_MODIFY_STATE
#define IO_COMPLETION_MODIFY_STATE 0x2
#endif
#ifndef IO_COMPLETION_QUERY_STATE
#define IO_COMPLETION_QUERY_STATE 0x1
#endif
#ifndef IO_CREATE_STREAM_FILE_LITE
#define IO_CREATE_STREAM_FILE_LITE 0x2
#endif
#ifndef IO_CREATE_STREAM_FILE_RAISE_ON_ERROR
#define IO_CREATE_STREAM_FILE_RAISE_ON_ERROR 0x1
#endif
#ifndef IO_DISK_INCREMENT
#define IO_DISK_INCREMENT 0x1
#endif
#ifndef IO_DRIVER_CANCEL_TIMEOUT
#define IO_DRIVER_CANCEL_TIMEOUT ((LONG)0x80040036)
#endif
#ifndef IO_DUMP_DIRECT_CONFIG_FAILED
#define IO_DUMP_DIRECT_CONFIG_FAILED ((LONG)0xC0040030)
#endif
#ifndef IO_DUMP_DRIVER_LOAD_FAILURE
#define IO_DUMP_DRIVER_LOAD_FAILURE ((LONG)0xC004002D)
#endif
#ifndef IO_DUMP_DUMPFILE_CONFLICT
#define IO_DUMP_DUMPFILE_CONFLICT ((LONG)0xC004002F)
#endif
#ifndef IO_DUMP_INITIALIZATION_FAILURE
#define IO_DUMP_INITIALIZATION_FAILURE ((LONG)0xC004002E)
#endif
#ifndef IO_DUMP_PAGE_CONFIG_FAILED
#define IO_DUMP_PAGE_CONFIG_FAILED ((LONG)0xC0040031)
#endif
#ifndef IO_DUMP_POINTER_FAILURE
#define IO_DUMP_POINTER_FAILURE ((LONG)0xC004002C)
#endif
#ifndef IO_ERROR_LOG_MESSAGE_HEADER_LENGTH
#define IO_ERROR_LOG_MESSAGE_HEADER_LENGTH 0x68
#endif
#ifndef IO_ERROR_LOG_MESSAGE_LENGTH
#define IO_ERROR_LOG_MESSAGE_LENGTH 0x158
#endif
#ifndef IO_ERR_BAD_BLOCK
#define IO_ERR_BAD_BLOCK ((LONG)0xC0040007)
#endif
#ifndef IO_ERR_BAD_FIRMWARE
#define IO_ERR_BAD_FIRMWARE ((LONG)0xC0040019)
#endif
#ifndef IO_ERR_CONFIGURATION_ERROR
#define IO_ERR_CONFIGURATION_ERROR ((LONG)0xC0040003)
#endif
#ifndef IO_ERR_CONTROLLER_ERROR
#define IO_ERR_CONTROLLER_ERROR ((LONG)0xC004000B)
#endif
#ifndef IO_ERR_DMA_CONFLICT_DETECTED
#define IO_ERR_DMA_CONFLICT_DETECTED ((LONG)0xC0040017)
#endif
#ifndef IO_ERR_DMA_RESOURCE_CONFLICT
#define IO_ERR_DMA_RESOURCE_CONFLICT ((LONG)0xC004001B)
#endif
#ifndef IO_ERR_DRIVER_ERROR
#define IO_ERR_DRIVER_ERROR ((LONG)0xC0040004)
#endif
#ifndef IO_ERR_INCORRECT_IRQL
#define IO_ERR_INCORRECT_IRQL ((LONG)0xC004000D)
#endif
#ifndef IO_ERR_INSUFFICIENT_RESOURCES
#define IO_ERR_INSUFFICIENT_RESOURCES ((LONG)0xC0040002)
#endif
#ifndef IO_ERR_INTERNAL_ERROR
#define IO_ERR_INTERNAL_ERROR ((LONG)0xC004000C)
#endif
#ifndef IO_ERR_INTERRUPT_RESOURCE_CONFLICT
#define IO_ERR_INTERRUPT_RESOURCE_CONFLICT ((LONG)0xC004001C)
#endif
#ifndef IO_ERR_INVALID_IOBASE
#define IO_ERR_INVALID_IOBASE ((LONG)0xC004000E)
#endif
#ifndef IO_ERR_INVALID_REQUEST
#define IO_ERR_INVALID_REQUEST ((LONG)0xC0040010)
#endif
#ifndef IO_ERR_IRQ_CONFLICT_DETECTED
#define IO_ERR_IRQ_CONFLICT_DETECTED ((LONG)0xC0040018)
#endif
#ifndef IO_ERR_LAYERED_FAILURE
#define IO_ERR_LAYERED_FAILURE ((LONG)0xC0040012)
#endif
#ifndef IO_ERR_MEMORY_CONFLICT_DETECTED
#define IO_ERR_MEMORY_CONFLICT_DETECTED ((LONG)0xC0040015)
#endif
#ifndef IO_ERR_MEMORY_RESOURCE_CONFLICT
#define IO_ERR_MEMORY_RESOURCE_CONFLICT ((LONG)0xC004001D)
#endif
#ifndef IO_ERR_NOT_READY
#define IO_ERR_NOT_READY ((LONG)0xC004000F)
#endif
#ifndef IO_ERR_OVERRUN_ERROR
#define IO_ERR_OVERRUN_ERROR ((LONG)0xC0040008)
#endif
#ifndef IO_ERR_PARITY
#define IO_ERR_PARITY ((LONG)0xC0040005)
#endif
#ifndef IO_ERR_PORT_CONFLICT_DETECTED
#define IO_ERR_PORT_CONFLICT_DETECTED ((LONG)0xC0040016)
#endif
#ifndef IO_ERR_PORT_RESOURCE_CONFLICT
#define IO_ERR_PORT_RESOURCE_CONFLICT ((LONG)0xC004001E)
#endif
#ifndef IO_ERR_PORT_TIMEOUT
#define IO_ERR_PORT_TIMEOUT ((LONG)0xC0040075)
#endif
#ifndef IO_ERR_PROTOCOL
#define IO_ERR_PROTOCOL ((LONG)0xC0040014)
#endif
#ifndef IO_ERR_RESET
#define IO_ERR_RESET ((LONG)0xC0040013)
#endif
#ifndef IO_ERR_RETRY_SUCCEEDED
#define IO_ERR_RETRY_SUCCEEDED 0x00040001
#endif
#ifndef IO_ERR_SEEK_ERROR
#define IO_ERR_SEEK_ERROR ((LONG)0xC0040006)
#endif
#ifndef IO_ERR_SEQUENCE
#define IO_ERR_SEQUENCE ((LONG)0xC004000A)
#endif
#ifndef IO_ERR_THREAD_STUCK_IN_DEVICE_DRIVER
#define IO_ERR_THREAD_STUCK_IN_DEVICE_DRIVER ((LONG)0xC004006C)
#endif
#ifndef IO_ERR_TIMEOUT
#define IO_ERR_TIMEOUT ((LONG)0xC0040009)
#endif
#ifndef IO_ERR_VERSION
#define IO_ERR_VERSION ((LONG)0xC0040011)
#endif
#ifndef IO_FILE_OBJECT_NON_PAGED_POOL_CHARGE
#define IO_FILE_OBJECT_NON_PAGED_POOL_CHARGE 0x40
#endif
#ifndef IO_FILE_OBJECT_PAGED_POOL_CHARGE
#define IO_FILE_OBJECT_PAGED_POOL_CHARGE 0x400
#endif
#ifndef IO_FILE_QUOTA_CORRUPT
#define IO_FILE_QUOTA_CORRUPT ((LONG)0xC004002A)
#endif
#ifndef IO_FILE_QUOTA_FAILED
#define IO_FILE_QUOTA_FAILED ((LONG)0x80040028)
#endif
#ifndef IO_FILE_QUOTA_LIMIT
#define IO_FILE_QUOTA_LIMIT 0x40040025
#endif
#ifndef IO_FILE_QUOTA_STARTED
#define IO_FILE_QUOTA_STARTED 0x40040026
#endif
#ifndef IO_FILE_QUOTA_SUCCEEDED
#define IO_FILE_QUOTA_SUCCEEDED 0x40040027
#endif
#ifndef IO_FILE_QUOTA_THRESHOLD
#define IO_FILE_QUOTA_THRESHOLD 0x40040024
#endif
#ifndef IO_FILE_SYSTEM_CORRUPT
#define IO_FILE_SYSTEM_CORRUPT ((LONG)0xC0040029)
#endif
#ifndef IO_FILE_SYSTEM_CORRUPT_WITH_NAME
#define IO_FILE_SYSTEM_CORRUPT_WITH_NAME ((LONG)0xC0040037)
#endif
#ifndef IO_FILE_SYSTEM_REPAIR_FAILED
#define IO_FILE_SYSTEM_REPAIR_FAILED ((LONG)0xC0040083)
#endif
#ifndef IO_FILE_SYSTEM_REPAIR_SUCCESS
#define IO_FILE_SYSTEM_REPAIR_SUCCESS ((LONG)0x80040082)
#endif
#ifndef IO_FILE_SYSTEM_TXF_LOG_FULL_HANDLING_FAILED
#define IO_FILE_SYSTEM_TXF_LOG_FULL_HANDLING_FAILED ((LONG)0xC0040087)
#endif
#ifndef IO_FILE_SYSTEM_TXF_RECOVERY_FAILURE
#define IO_FILE_SYSTEM_TXF_RECOVERY_FAILURE ((LONG)0x80040086)
#endif
#ifndef IO_FILE_SYSTEM_TXF_RESOURCE_MANAGER_RESET
#define IO_FILE_SYSTEM_TXF_RESOURCE_MANAGER_RESET ((LONG)0x80040088)
#endif
#ifndef IO_FILE_SYSTEM_TXF_RESOURCE_MANAGER_SHUT_DOWN
#define IO_FILE_SYSTEM_TXF_RESOURCE_MANAGER_SHUT_DOWN ((LONG)0xC004008A)
#endif
#ifndef IO_FILE_SYSTEM_TXF_RESOURCE_MANAGER_START_FAILED
#define IO_FILE_SYSTEM_TXF_RESOURCE_MANAGER_START_FAILED ((LONG)0xC0040089)
#endif
#ifndef IO_FORCE_ACCESS_CHECK
#define IO_FORCE_ACCESS_CHECK 0x1
#endif
#ifndef IO_IGNORE_READONLY_ATTRIBUTE
#define IO_IGNORE_READONLY_ATTRIBUTE 0x40
#endif
#ifndef IO_IGNORE_SHARE_ACCESS_CHECK
#define IO_IGNORE_SHARE_ACCESS_CHECK 0x800
#endif
#ifndef IO_INFO_THROTTLE_COMPLETE
#define IO_INFO_THROTTLE_COMPLETE 0x40040077
#endif
#ifndef IO_KEYBOARD_INCREMENT
#define IO_KEYBOARD_INCREMENT 0x6
#endif
#ifndef IO_LOST_DELAYED_WRITE
#define IO_LOST_DELAYED_WRITE ((LONG)0x80040032)
#endif
#ifndef IO_LOST_DELAYED_WRITE_NETWORK_DISCONNECTED
#define IO_LOST_DELAYED_WRITE_NETWORK_DISCONNECTED ((LONG)0x8004008B)
#endif
#ifndef IO_LOST_DELAYED_WRITE_NETWORK_LOCAL_DISK_ERROR
#define IO_LOST_DELAYED_WRITE_NETWORK_LOCAL_DISK_ERROR ((LONG)0x8004008D)
#endif
#ifndef IO_LOST_DELAYED_WRITE_NETWORK_SERVER_ERROR
#define IO_LOST_DELAYED_WRITE_NETWORK_SERVER_ERROR ((LONG)0x8004008C)
#endif
#ifndef IO_MAILSLOT_INCREMENT
#define IO_MAILSLOT_INCREMENT 0x2
#endif
#ifndef IO_MM_PAGING_FILE
#define IO_MM_PAGING_FILE 0x10
#endif
#ifndef IO_MOUSE_INCREMENT
#define IO_MOUSE_INCREMENT 0x6
#endif
#ifndef IO_NAMED_PIPE_INCREMENT
#define IO_NAMED_PIPE_INCREMENT 0x2
#endif
#ifndef IO_NETWORK_INCREMENT
#define IO_NETWORK_INCREMENT 0x2
#endif
#ifndef IO_NO_INCREMENT
#define IO_NO_INCREMENT 0x0
#endif
#ifndef IO_NO_PARAMETER_CHECKING
#define IO_NO_PARAMETER_CHECKING 0x100
#endif
#ifndef IO_OPEN_PAGING_FILE
#define IO_OPEN_PAGING_FILE 0x2
#endif
#ifndef IO_OPEN_TARGET_DIRECTORY
#define IO_OPEN_TARGET_DIRECTORY 0x4
#endif
#ifndef IO_PARALLEL_INCREMENT
#define IO_PARALLEL_INCREMENT 0x1
#endif
#ifndef IO_RECOVERED_VIA_ECC
#define IO_RECOVERED_VIA_ECC ((LONG)0x80040021)
#endif
#ifndef IO_REMOUNT
#define IO_REMOUNT 0x1
#endif
#ifndef IO_REPARSE
#define IO_REPARSE 0x0
#endif
#ifndef IO_REPARSE_GLOBAL
#define IO_REPARSE_GLOBAL 0x2
#endif
#ifndef IO_RESOURCE_ALTERNATIVE
#define IO_RESOURCE_ALTERNATIVE 0x8
#endif
#ifndef IO_RESOURCE_DEFAULT
#define IO_RESOURCE_DEFAULT 0x2
#endif
#ifndef IO_RESOURCE_PREFERRED
#define IO_RESOURCE_PREFERRED 0x1
#endif
#ifndef IO_SERIAL_INCREMENT
#define IO_SERIAL_INCREMENT 0x2
#endif
#ifndef IO_SESSION_MAX_PAYLOAD_SIZE
#define IO_SESSION_MAX_PAYLOAD_SIZE 0x100
#endif
#ifndef IO_SESSION_STATE_ALL_EVENTS
#define IO_SESSION_STATE_ALL_EVENTS 0xFFFFFFFF
#endif
#ifndef IO_SESSION_STATE_CONNECT_EVENT
#define IO_SESSION_STATE_CONNECT_EVENT 0x4
#endif
#ifndef IO_SESSION_STATE_CREATION_EVENT
#define IO_SESSION_STATE_CREATION_EVENT 0x1
#endif
#ifndef IO_SESSION_STATE_DISCONNECT_EVENT
#define IO_SESSION_STATE_DISCONNECT_EVENT 0x8
#endif
#ifndef IO_SESSION_STATE_LOGOFF_EVENT
#define IO_SESSION_STATE_LOGOFF_EVENT 0x20
#endif
#ifndef IO_SESSION_STATE_LOGON_EVENT
#define IO_SESSION_STATE_LOGON_EVENT 0x10
#endif
#ifndef IO_SESSION_STATE_TERMINATION_EVENT
#define IO_SESSION_STATE_TERMINATION_EVENT 0x2
#endif
#ifndef IO_SESSION_STATE_VALID_EVENT_MASK
#define IO_SESSION_STATE_VALID_EVENT_MASK 0x3F
#endif
#ifndef IO_SET_IRP_IO_ATTRIBUTION_FLAGS_MASK
#define IO_SET_IRP_IO_ATTRIBUTION_FLAGS_MASK 0x3
#endif
#ifndef IO_SET_IRP_IO_ATTRIBUTION_FROM_PROCESS
#define IO_SET_IRP_IO_ATTRIBUTION_FROM_PROCESS 0x2
#endif
#ifndef IO_SET_IRP_IO_ATTRIBUTION_FROM_THREAD
#define IO_SET_IRP_IO_ATTRIBUTION_FROM_THREAD 0x1
#endif
#ifndef IO_SHARE_ACCESS_NON_PRIMARY_STREAM
#define IO_SHARE_ACCESS_NON_PRIMARY_STREAM 0x80
#endif
#ifndef IO_SHARE_ACCESS_NO_WRITE_PERMISSION
#define IO_SHARE_ACCESS_NO_WRITE_PERMISSION 0x80000000
#endif
#ifndef IO_SOUND_INCREMENT
#define IO_SOUND_INCREMENT 0x8
#endif
#ifndef IO_STOP_ON_SYMLINK
#define IO_STOP_ON_SYMLINK 0x8
#endif
#ifndef IO_SYSTEM_SLEEP_FAILED
#define IO_SYSTEM_SLEEP_FAILED ((LONG)0xC004002B)
#endif
#ifndef IO_TYPE_ADAPTER
#define IO_TYPE_ADAPTER 0x1
#endif
#ifndef IO_TYPE_APC
#define IO_TYPE_APC 0x12
#endif
#ifndef IO_TYPE_CONTROLLER
#define IO_TYPE_CONTROLLER 0x2
#endif
#ifndef IO_TYPE_CSQ
#define IO_TYPE_CSQ 0x2
#endif
#ifndef IO_TYPE_CSQ_EX
#define IO_TYPE_CSQ_EX 0x3
#endif
#ifndef IO_TYPE_CSQ_IRP_CONTEXT
#define IO_TYPE_CSQ_IRP_CONTEXT 0x1
#endif
#ifndef IO_TYPE_DEVICE
#define IO_TYPE_DEVICE 0x3
#endif
#ifndef IO_TYPE_DEVICE_OBJECT_EXTENSION
#define IO_TYPE_DEVICE_OBJECT_EXTENSION 0xD
#endif
#ifndef IO_TYPE_DEVICE_QUEUE
#define IO_TYPE_DEVICE_QUEUE 0x14
#endif
#ifndef IO_TYPE_DPC
#define IO_TYPE_DPC 0x13
#endif
#ifndef IO_TYPE_DRIVER
#define IO_TYPE_DRIVER 0x4
#endif
#ifndef IO_TYPE_ERROR_LOG
#define IO_TYPE_ERROR_LOG 0xB
#endif
#ifndef IO_TYPE_ERROR_MESSAGE
#define IO_TYPE_ERROR_MESSAGE 0xC
#endif
#ifndef IO_TYPE_EVENT_PAIR
#define IO_TYPE_EVENT_PAIR 0x15
#endif
#ifndef IO_TYPE_FILE
#define IO_TYPE_FILE 0x5
#endif
#ifndef IO_TYPE_INTERRUPT
#define IO_TYPE_INTERRUPT 0x16
#endif
#ifndef IO_TYPE_IORING
#define IO_TYPE_IORING 0xE
#endif
#ifndef IO_TYPE_IRP
#define IO_TYPE_IRP 0x6
#endif
#ifndef IO_TYPE_MASTER_ADAPTER
#define IO_TYPE_MASTER_ADAPTER 0x7
#endif
#ifndef IO_TYPE_OPEN_PACKET
#define IO_TYPE_OPEN_PACKET 0x8
#endif
#ifndef IO_TYPE_PROFILE
#define IO_TYPE_PROFILE 0x17
#endif
#ifndef IO_TYPE_TIMER
#define IO_TYPE_TIMER 0x9
#endif
#ifndef IO_TYPE_VPB
#define IO_TYPE_VPB 0xA
#endif
#ifndef IO_VIDEO_INCREMENT
#define IO_VIDEO_INCREMENT 0x1
#endif
#ifndef IO_WARNING_ALLOCATION_FAILED
#define IO_WARNING_ALLOCATION_FAILED ((LONG)0x80040038)
#endif
#ifndef IO_WARNING_BUS_RESET
#define IO_WARNING_BUS_RESET ((LONG)0x80040076)
#endif
#ifndef IO_WARNING_DUPLICATE_PATH
#define IO_WARNING_DUPLICATE_PATH ((LONG)0x8004003B)
#endif
#ifndef IO_WARNING_DUPLICATE_SIGNATURE
#define IO_WARNING_DUPLICATE_SIGNATURE ((LONG)0x8004003A)
#endif
#ifndef IO_WARNING_INTERRUPT_STILL_PENDING
#define IO_WARNING_INTERRUPT_STILL_PENDING ((LONG)0x80040035)
#endif
#ifndef IO_WARNING_LOG_FLUSH_FAILED
#define IO_WARNING_LOG_FLUSH_FAILED ((LONG)0x80040039)
#endif
#ifndef IO_WARNING_PAGING_FAILURE
#define IO_WARNING_PAGING_FAILURE ((LONG)0x80040033)
#endif
#ifndef IO_WARNING_RESET
#define IO_WARNING_RESET ((LONG)0x80040081)
#endif
#ifndef IO_WARNING_WRITE_FUA_PROBLEM
#define IO_WARNING_WRITE_FUA_PROBLEM ((LONG)0x80040084)
#endif
#ifndef IO_WRITE_CACHE_DISABLED
#define IO_WRITE_CACHE_DISABLED ((LONG)0x80040022)
#endif
#ifndef IO_WRITE_CACHE_ENABLED
#define IO_WRITE_CACHE_ENABLED ((LONG)0x80040020)
#endif
#ifndef IO_WRN_BAD_FIRMWARE
#define IO_WRN_BAD_FIRMWARE ((LONG)0x8004001A)
#endif
#ifndef IO_WRN_FAILURE_PREDICTED
#define IO_WRN_FAILURE_PREDICTED ((LONG)0x80040034)
#endif
#ifndef IOCTL_CANCEL_DEVICE_WAKE
#define IOCTL_CANCEL_DEVICE_WAKE 0x00298008
#endif
#ifndef IOCTL_IPMI_INTERNAL_RECORD_SEL_EVENT
#define IOCTL_IPMI_INTERNAL_RECORD_SEL_EVENT 0x00221000
#endif
#ifndef IOCTL_LMR_ARE_FILE_OBJECTS_ON_SAME_SERVER
#define IOCTL_LMR_ARE_FILE_OBJECTS_ON_SAME_SERVER 0x001400F0
#endif
#ifndef IOCTL_QUERY_DEVICE_POWER_STATE
#define IOCTL_QUERY_DEVICE_POWER_STATE 0x00294000
#endif
#ifndef IOCTL_REDIR_QUERY_PATH
#define IOCTL_REDIR_QUERY_PATH 0x0014018F
#endif
#ifndef IOCTL_REDIR_QUERY_PATH_EX
#define IOCTL_REDIR_QUERY_PATH_EX 0x00140193
#endif
#ifndef IOCTL_SET_DEVICE_WAKE
#define IOCTL_SET_DEVICE_WAKE 0x00298004
#endif
#ifndef IOCTL_VOLSNAP_FLUSH_AND_HOLD_WRITES
#define IOCTL_VOLSNAP_FLUSH_AND_HOLD_WRITES 0x0053C000
#endif
#ifndef IOMMU_ACCESS_NONE
#define IOMMU_ACCESS_NONE 0x0
#endif
#ifndef IOMMU_ACCESS_READ
#define IOMMU_ACCESS_READ 0x1
#endif
#ifndef IOMMU_ACCESS_WRITE
#define IOMMU_ACCESS_WRITE 0x2
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_0
#define IO_REPARSE_TAG_ACRONIS_HSM_0 0x60
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_1
#define IO_REPARSE_TAG_ACRONIS_HSM_1 0x61
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_2
#define IO_REPARSE_TAG_ACRONIS_HSM_2 0x62
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_3
#define IO_REPARSE_TAG_ACRONIS_HSM_3 0x63
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_4
#define IO_REPARSE_TAG_ACRONIS_HSM_4 0x64
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_5
#define IO_REPARSE_TAG_ACRONIS_HSM_5 0x65
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_6
#define IO_REPARSE_TAG_ACRONIS_HSM_6 0x66
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_7
#define IO_REPARSE_TAG_ACRONIS_HSM_7 0x67
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_8
#define IO_REPARSE_TAG_ACRONIS_HSM_8 0x68
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_9
#define IO_REPARSE_TAG_ACRONIS_HSM_9 0x69
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_A
#define IO_REPARSE_TAG_ACRONIS_HSM_A 0x6A
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_B
#define IO_REPARSE_TAG_ACRONIS_HSM_B 0x6B
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_C
#define IO_REPARSE_TAG_ACRONIS_HSM_C 0x6C
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_D
#define IO_REPARSE_TAG_ACRONIS_HSM_D 0x6D
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_E
#define IO_REPARSE_TAG_ACRONIS_HSM_E 0x6E
#endif
#ifndef IO_REPARSE_TAG_ACRONIS_HSM_F
#define IO_REPARSE_TAG_ACRONIS_HSM_F 0x6F
#endif
#ifndef IO_REPARSE_TAG_ACTIVISION_HSM
#define IO_REPARSE_TAG_ACTIVISION_HSM 0x47
#endif
#ifndef IO_REPARSE_TAG_ADA_HSM
#define IO_REPARSE_TAG_ADA_HSM 0x26
#endif
#ifndef IO_REPARSE_TAG_ADOBE_HSM
#define IO_REPARSE_TAG_ADOBE_HSM 0x45
#endif
#ifndef IO_REPARSE_TAG_AF_UNIX
#define IO_REPARSE_TAG_AF_UNIX ((LONG)0x80000023)
#endif
#ifndef IO_REPARSE_TAG_ALERTBOOT
#define IO_REPARSE_TAG_ALERTBOOT 0x2000004C
#endif
#ifndef IO_REPARSE_TAG_ALTIRIS_HSM
#define IO_REPARSE_TAG_ALTIRIS_HSM 0x19
#endif
#ifndef IO_REPARSE_TAG_APPEXECLINK
#define IO_REPARSE_TAG_APPEXECLINK ((LONG)0x8000001B)
#endif
#ifndef IO_REPARSE_TAG_APPXSTRM
#define IO_REPARSE_TAG_APPXSTRM ((LONG)0xC0000014)
#endif
#ifndef IO_REPARSE_TAG_ARCO_BACKUP
#define IO_REPARSE_TAG_ARCO_BACKUP 0x3B
#endif
#ifndef IO_REPARSE_TAG_ARKIVIO
#define IO_REPARSE_TAG_ARKIVIO 0xC
#endif
#ifndef IO_REPARSE_TAG_AURISTOR_FS
#define IO_REPARSE_TAG_AURISTOR_FS 0x49
#endif
#ifndef IO_REPARSE_TAG_AUTN_HSM
#define IO_REPARSE_TAG_AUTN_HSM 0x27
#endif
#ifndef IO_REPARSE_TAG_BRIDGEHEAD_HSM
#define IO_REPARSE_TAG_BRIDGEHEAD_HSM 0x16
#endif
#ifndef IO_REPARSE_TAG_C2CSYSTEMS_HSM
#define IO_REPARSE_TAG_C2CSYSTEMS_HSM 0x31
#endif
#ifndef IO_REPARSE_TAG_CARINGO_HSM
#define IO_REPARSE_TAG_CARINGO_HSM 0x34
#endif
#ifndef IO_REPARSE_TAG_CARROLL_HSM
#define IO_REPARSE_TAG_CARROLL_HSM 0x3C
#endif
#ifndef IO_REPARSE_TAG_CITRIX_PM
#define IO_REPARSE_TAG_CITRIX_PM 0x36
#endif
#ifndef IO_REPARSE_TAG_CLOUD
#define IO_REPARSE_TAG_CLOUD ((LONG)0x9000001A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_1
#define IO_REPARSE_TAG_CLOUD_1 ((LONG)0x9000101A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_2
#define IO_REPARSE_TAG_CLOUD_2 ((LONG)0x9000201A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_3
#define IO_REPARSE_TAG_CLOUD_3 ((LONG)0x9000301A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_4
#define IO_REPARSE_TAG_CLOUD_4 ((LONG)0x9000401A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_5
#define IO_REPARSE_TAG_CLOUD_5 ((LONG)0x9000501A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_6
#define IO_REPARSE_TAG_CLOUD_6 ((LONG)0x9000601A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_7
#define IO_REPARSE_TAG_CLOUD_7 ((LONG)0x9000701A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_8
#define IO_REPARSE_TAG_CLOUD_8 ((LONG)0x9000801A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_9
#define IO_REPARSE_TAG_CLOUD_9 ((LONG)0x9000901A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_A
#define IO_REPARSE_TAG_CLOUD_A ((LONG)0x9000A01A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_B
#define IO_REPARSE_TAG_CLOUD_B ((LONG)0x9000B01A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_C
#define IO_REPARSE_TAG_CLOUD_C ((LONG)0x9000C01A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_D
#define IO_REPARSE_TAG_CLOUD_D ((LONG)0x9000D01A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_E
#define IO_REPARSE_TAG_CLOUD_E ((LONG)0x9000E01A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_F
#define IO_REPARSE_TAG_CLOUD_F ((LONG)0x9000F01A)
#endif
#ifndef IO_REPARSE_TAG_CLOUD_MASK
#define IO_REPARSE_TAG_CLOUD_MASK 0xF000
#endif
#ifndef IO_REPARSE_TAG_COMMVAULT
#define IO_REPARSE_TAG_COMMVAULT 0xE
#endif
#ifndef IO_REPARSE_TAG_COMMVAULT_HSM
#define IO_REPARSE_TAG_COMMVAULT_HSM 0x1D
#endif
#ifndef IO_REPARSE_TAG_COMTRADE_HSM
#define IO_REPARSE_TAG_COMTRADE_HSM 0x3D
#endif
#ifndef IO_REPARSE_TAG_CSV
#define IO_REPARSE_TAG_CSV ((LONG)0x80000009)
#endif
#ifndef IO_REPARSE_TAG_CTERA_HSM
#define IO_REPARSE_TAG_CTERA_HSM 0x4E
#endif
#ifndef IO_REPARSE_TAG_DATAFIRST_HSM
#define IO_REPARSE_TAG_DATAFIRST_HSM 0x30
#endif
#ifndef IO_REPARSE_TAG_DATAGLOBAL_HSM
#define IO_REPARSE_TAG_DATAGLOBAL_HSM 0x2E
#endif
#ifndef IO_REPARSE_TAG_DATALESS_CIM
#define IO_REPARSE_TAG_DATALESS_CIM ((LONG)0xA0000028)
#endif
#ifndef IO_REPARSE_TAG_DATASTOR_SIS
#define IO_REPARSE_TAG_DATASTOR_SIS 0x1E
#endif
#ifndef IO_REPARSE_TAG_DEDUP
#define IO_REPARSE_TAG_DEDUP ((LONG)0x80000013)
#endif
#ifndef IO_REPARSE_TAG_DFM
#define IO_REPARSE_TAG_DFM ((LONG)0x80000016)
#endif
#ifndef IO_REPARSE_TAG_DFS
#define IO_REPARSE_TAG_DFS ((LONG)0x8000000A)
#endif
#ifndef IO_REPARSE_TAG_DFSR
#define IO_REPARSE_TAG_DFSR ((LONG)0x80000012)
#endif
#ifndef IO_REPARSE_TAG_DOR_HSM
#define IO_REPARSE_TAG_DOR_HSM 0x52
#endif
#ifndef IO_REPARSE_TAG_DOUBLE_TAKE_HSM
#define IO_REPARSE_TAG_DOUBLE_TAKE_HSM 0x22
#endif
#ifndef IO_REPARSE_TAG_DOUBLE_TAKE_SIS
#define IO_REPARSE_TAG_DOUBLE_TAKE_SIS 0x29
#endif
#ifndef IO_REPARSE_TAG_DRIVE_EXTENDER
#define IO_REPARSE_TAG_DRIVE_EXTENDER ((LONG)0x80000005)
#endif
#ifndef IO_REPARSE_TAG_DROPBOX_HSM
#define IO_REPARSE_TAG_DROPBOX_HSM 0x44
#endif
#ifndef IO_REPARSE_TAG_EASEFILTER_HSM
#define IO_REPARSE_TAG_EASEFILTER_HSM 0x57
#endif
#ifndef IO_REPARSE_TAG_EASEVAULT_HSM
#define IO_REPARSE_TAG_EASEVAULT_HSM 0x3E
#endif
#ifndef IO_REPARSE_TAG_EDSI_HSM
#define IO_REPARSE_TAG_EDSI_HSM 0x1F
#endif
#ifndef IO_REPARSE_TAG_ELTAN_HSM
#define IO_REPARSE_TAG_ELTAN_HSM 0x2B
#endif
#ifndef IO_REPARSE_TAG_EMC_HSM
#define IO_REPARSE_TAG_EMC_HSM 0x39
#endif
#ifndef IO_REPARSE_TAG_ENIGMA_HSM
#define IO_REPARSE_TAG_ENIGMA_HSM 0x11
#endif
#ifndef IO_REPARSE_TAG_FILE_PLACEHOLDER
#define IO_REPARSE_TAG_FILE_PLACEHOLDER ((LONG)0x80000015)
#endif
#ifndef IO_REPARSE_TAG_FILTER_MANAGER
#define IO_REPARSE_TAG_FILTER_MANAGER ((LONG)0x8000000B)
#endif
#ifndef IO_REPARSE_TAG_GLOBAL360_HSM
#define IO_REPARSE_TAG_GLOBAL360_HSM 0x18
#endif
#ifndef IO_REPARSE_TAG_GLOBAL_REPARSE
#define IO_REPARSE_TAG_GLOBAL_REPARSE ((LONG)0xA0000019)
#endif
#ifndef IO_REPARSE_TAG_GOOGLE_HSM
#define IO_REPARSE_TAG_GOOGLE_HSM 0x41
#endif
#ifndef IO_REPARSE_TAG_GRAU_DATASTORAGE_HSM
#define IO_REPARSE_TAG_GRAU_DATASTORAGE_HSM 0x1C
#endif
#ifndef IO_REPARSE_TAG_GVFS
#define IO_REPARSE_TAG_GVFS 0x9000001C
#endif
#ifndef IO_REPARSE_TAG_GVFS_TOMBSTONE
#define IO_REPARSE_TAG_GVFS_TOMBSTONE 0xA0000022
#endif
#ifndef IO_REPARSE_TAG_HDS_HCP_HSM
#define IO_REPARSE_TAG_HDS_HCP_HSM 0x48
#endif
#ifndef IO_REPARSE_TAG_HDS_HSM
#define IO_REPARSE_TAG_HDS_HSM 0x3F
#endif
#ifndef IO_REPARSE_TAG_HERMES_HSM
#define IO_REPARSE_TAG_HERMES_HSM 0x1A
#endif
#ifndef IO_REPARSE_TAG_HP_BACKUP
#define IO_REPARSE_TAG_HP_BACKUP 0x43
#endif
#ifndef IO_REPARSE_TAG_HP_DATA_PROTECT
#define IO_REPARSE_TAG_HP_DATA_PROTECT 0x46
#endif
#ifndef IO_REPARSE_TAG_HP_HSM
#define IO_REPARSE_TAG_HP_HSM 0x20
#endif
#ifndef IO_REPARSE_TAG_HSAG_HSM
#define IO_REPARSE_TAG_HSAG_HSM 0x25
#endif
#ifndef IO_REPARSE_TAG_HSM
#define IO_REPARSE_TAG_HSM ((LONG)0xC0000004)
#endif
#ifndef IO_REPARSE_TAG_HSM2
#define IO_REPARSE_TAG_HSM2 ((LONG)0x80000006)
#endif
#ifndef IO_REPARSE_TAG_HUBSTOR_HSM
#define IO_REPARSE_TAG_HUBSTOR_HSM 0x55
#endif
#ifndef IO_REPARSE_TAG_IFSTEST_CONGRUENT
#define IO_REPARSE_TAG_IFSTEST_CONGRUENT 0x9
#endif
#ifndef IO_REPARSE_TAG_IIS_CACHE
#define IO_REPARSE_TAG_IIS_CACHE ((LONG)0xA0000010)
#endif
#ifndef IO_REPARSE_TAG_IMANAGE_HSM
#define IO_REPARSE_TAG_IMANAGE_HSM 0x20000056
#endif
#ifndef IO_REPARSE_TAG_INTERCOPE_HSM
#define IO_REPARSE_TAG_INTERCOPE_HSM 0x13
#endif
#ifndef IO_REPARSE_TAG_ITSTATION
#define IO_REPARSE_TAG_ITSTATION 0x4A
#endif
#ifndef IO_REPARSE_TAG_KOM_NETWORKS_HSM
#define IO_REPARSE_TAG_KOM_NETWORKS_HSM 0x14
#endif
#ifndef IO_REPARSE_TAG_LX_BLK
#define IO_REPARSE_TAG_LX_BLK ((LONG)0x80000026)
#endif
#ifndef IO_REPARSE_TAG_LX_CHR
#define IO_REPARSE_TAG_LX_CHR ((LONG)0x80000025)
#endif
#ifndef IO_REPARSE_TAG_LX_FIFO
#define IO_REPARSE_TAG_LX_FIFO ((LONG)0x80000024)
#endif
#ifndef IO_REPARSE_TAG_LX_SYMLINK
#define IO_REPARSE_TAG_LX_SYMLINK ((LONG)0xA000001D)
#endif
#ifndef IO_REPARSE_TAG_MAGINATICS_RDR
#define IO_REPARSE_TAG_MAGINATICS_RDR 0x40
#endif
#ifndef IO_REPARSE_TAG_MAXISCALE_HSM
#define IO_REPARSE_TAG_MAXISCALE_HSM 0x20000035
#endif
#ifndef IO_REPARSE_TAG_MEMORY_TECH_HSM
#define IO_REPARSE_TAG_MEMORY_TECH_HSM 0x15
#endif
#ifndef IO_REPARSE_TAG_MIMOSA_HSM
#define IO_REPARSE_TAG_MIMOSA_HSM 0x24
#endif
#ifndef IO_REPARSE_TAG_MOONWALK_HSM
#define IO_REPARSE_TAG_MOONWALK_HSM 0xA
#endif
#ifndef IO_REPARSE_TAG_MOUNT_POINT
#define IO_REPARSE_TAG_MOUNT_POINT ((LONG)0xA0000003)
#endif
#ifndef IO_REPARSE_TAG_MTALOS
#define IO_REPARSE_TAG_MTALOS 0x4D
#endif
#ifndef IO_REPARSE_TAG_NEUSHIELD
#define IO_REPARSE_TAG_NEUSHIELD 0x51
#endif
#ifndef IO_REPARSE_TAG_NEXSAN_HSM
#define IO_REPARSE_TAG_NEXSAN_HSM 0x28
#endif
#ifndef IO_REPARSE_TAG_NFS
#define IO_REPARSE_TAG_NFS ((LONG)0x80000014)
#endif
#ifndef IO_REPARSE_TAG_NIPPON_HSM
#define IO_REPARSE_TAG_NIPPON_HSM 0x4F
#endif
#ifndef IO_REPARSE_TAG_NVIDIA_UNIONFS
#define IO_REPARSE_TAG_NVIDIA_UNIONFS 0x20000054
#endif
#ifndef IO_REPARSE_TAG_ONEDRIVE
#define IO_REPARSE_TAG_ONEDRIVE ((LONG)0x80000021)
#endif
#ifndef IO_REPARSE_TAG_OPENAFS_DFS
#define IO_REPARSE_TAG_OPENAFS_DFS 0x37
#endif
#ifndef IO_REPARSE_TAG_OSR_SAMPLE
#define IO_REPARSE_TAG_OSR_SAMPLE 0x20000017
#endif
#ifndef IO_REPARSE_TAG_OVERTONE
#define IO_REPARSE_TAG_OVERTONE 0xF
#endif
#ifndef IO_REPARSE_TAG_POINTSOFT_HSM
#define IO_REPARSE_TAG_POINTSOFT_HSM 0x1B
#endif
#ifndef IO_REPARSE_TAG_PROJFS
#define IO_REPARSE_TAG_PROJFS ((LONG)0x9000001C)
#endif
#ifndef IO_REPARSE_TAG_PROJFS_TOMBSTONE
#define IO_REPARSE_TAG_PROJFS_TOMBSTONE ((LONG)0xA0000022)
#endif
#ifndef IO_REPARSE_TAG_QI_TECH_HSM
#define IO_REPARSE_TAG_QI_TECH_HSM 0x2000002F
#endif
#ifndef IO_REPARSE_TAG_QUADDRA_HSM
#define IO_REPARSE_TAG_QUADDRA_HSM 0x42
#endif
#ifndef IO_REPARSE_TAG_QUEST_HSM
#define IO_REPARSE_TAG_QUEST_HSM 0x2D
#endif
#ifndef IO_REPARSE_TAG_REDSTOR_HSM
#define IO_REPARSE_TAG_REDSTOR_HSM 0x50
#endif
#ifndef IO_REPARSE_TAG_RESERVED_ONE
#define IO_REPARSE_TAG_RESERVED_ONE 0x1
#endif
#ifndef IO_REPARSE_TAG_RESERVED_RANGE
#define IO_REPARSE_TAG_RESERVED_RANGE 0x2
#endif
#ifndef IO_REPARSE_TAG_RESERVED_TWO
#define IO_REPARSE_TAG_RESERVED_TWO 0x2
#endif
#ifndef IO_REPARSE_TAG_RESERVED_ZERO
#define IO_REPARSE_TAG_RESERVED_ZERO 0x0
#endif
#ifndef IO_REPARSE_TAG_RIVERBED_HSM
#define IO_REPARSE_TAG_RIVERBED_HSM 0x33
#endif
#ifndef IO_REPARSE_TAG_SER_HSM
#define IO_REPARSE_TAG_SER_HSM 0x21
#endif
#ifndef IO_REPARSE_TAG_SHX_BACKUP
#define IO_REPARSE_TAG_SHX_BACKUP 0x53
#endif
#ifndef IO_REPARSE_TAG_SIS
#define IO_REPARSE_TAG_SIS ((LONG)0x80000007)
#endif
#ifndef IO_REPARSE_TAG_SOLUTIONSOFT
#define IO_REPARSE_TAG_SOLUTIONSOFT 0x2000000D
#endif
#ifndef IO_REPARSE_TAG_SONY_HSM
#define IO_REPARSE_TAG_SONY_HSM 0x2A
#endif
#ifndef IO_REPARSE_TAG_SPHARSOFT
#define IO_REPARSE_TAG_SPHARSOFT 0x4B
#endif
#ifndef IO_REPARSE_TAG_STORAGE_SYNC
#define IO_REPARSE_TAG_STORAGE_SYNC ((LONG)0x8000001E)
#endif
#ifndef IO_REPARSE_TAG_SYMANTEC_HSM
#define IO_REPARSE_TAG_SYMANTEC_HSM 0x12
#endif
#ifndef IO_REPARSE_TAG_SYMANTEC_HSM2
#define IO_REPARSE_TAG_SYMANTEC_HSM2 0x10
#endif
#ifndef IO_REPARSE_TAG_SYMLINK
#define IO_REPARSE_TAG_SYMLINK ((LONG)0xA000000C)
#endif
#ifndef IO_REPARSE_TAG_TSINGHUA_UNIVERSITY_RESEARCH
#define IO_REPARSE_TAG_TSINGHUA_UNIVERSITY_RESEARCH 0xB
#endif
#ifndef IO_REPARSE_TAG_UNHANDLED
#define IO_REPARSE_TAG_UNHANDLED ((LONG)0x80000020)
#endif
#ifndef IO_REPARSE_TAG_UTIXO_HSM
#define IO_REPARSE_TAG_UTIXO_HSM 0x2C
#endif
#ifndef IO_REPARSE_TAG_VALID_VALUES
#define IO_REPARSE_TAG_VALID_VALUES 0xF000FFFF
#endif
#ifndef IO_REPARSE_TAG_VMWARE_PM
#define IO_REPARSE_TAG_VMWARE_PM 0x3A
#endif
#ifndef IO_REPARSE_TAG_WATERFORD
#define IO_REPARSE_TAG_WATERFORD 0x32
#endif
#ifndef IO_REPARSE_TAG_WCI
#define IO_REPARSE_TAG_WCI ((LONG)0x80000018)
#endif
#ifndef IO_REPARSE_TAG_WCI_1
#define IO_REPARSE_TAG_WCI_1 ((LONG)0x90001018)
#endif
#ifndef IO_REPARSE_TAG_WCI_LINK
#define IO_REPARSE_TAG_WCI_LINK ((LONG)0xA0000027)
#endif
#ifndef IO_REPARSE_TAG_WCI_LINK_1
#define IO_REPARSE_TAG_WCI_LINK_1 ((LONG)0xA0001027)
#endif
#ifndef IO_REPARSE_TAG_WCI_TOMBSTONE
#define IO_REPARSE_TAG_WCI_TOMBSTONE ((LONG)0xA000001F)
#endif
#ifndef IO_REPARSE_TAG_WIM
#define IO_REPARSE_TAG_WIM ((LONG)0x80000008)
#endif
#ifndef IO_REPARSE_TAG_WISDATA_HSM
#define IO_REPARSE_TAG_WISDATA_HSM 0x23
#endif
#ifndef IO_REPARSE_TAG_WOF
#define IO_REPARSE_TAG_WOF ((LONG)0x80000017)
#endif
#ifndef IO_REPARSE_TAG_ZLTI_HSM
#define IO_REPARSE_TAG_ZLTI_HSM 0x38
#endif
#ifndef IPMI_IOCTL_INDEX
#define IPMI_IOCTL_INDEX 0x400
#endif
#ifndef IPMI_OS_SEL_RECORD_MASK
#define IPMI_OS_SEL_RECORD_MASK 0xFFFF
#endif
#ifndef IPMI_OS_SEL_RECORD_VERSION
#define IPMI_OS_SEL_RECORD_VERSION 0x1
#endif
#ifndef IPMI_OS_SEL_RECORD_VERSION_1
#define IPMI_OS_SEL_RECORD_VERSION_1 0x1
#endif
#ifndef IRP_ALLOCATED_FIXED_SIZE
#define IRP_ALLOCATED_FIXED_SIZE 0x4
#endif
#ifndef IRP_ALLOCATED_MUST_SUCCEED
#define IRP_ALLOCATED_MUST_SUCCEED 0x2
#endif
#ifndef IRP_ASSOCIATED_IRP
#define IRP_ASSOCIATED_IRP 0x8
#endif
#ifndef IRP_BEING_VERIFIED
#define IRP_BEING_VERIFIED 0x10
#endif
#ifndef IRP_BUFFERED_IO
#define IRP_BUFFERED_IO 0x10
#endif
#ifndef IRP_CLASS_CACHE_OPERATION
#define IRP_CLASS_CACHE_OPERATION 0x8000
#endif
#ifndef IRP_CLOSE_OPERATION
#define IRP_CLOSE_OPERATION 0x400
#endif
#ifndef IRP_CREATE_OPERATION
#define IRP_CREATE_OPERATION 0x80
#endif
#ifndef IRP_DEALLOCATE_BUFFER
#define IRP_DEALLOCATE_BUFFER 0x20
#endif
#ifndef IRP_DEFER_IO_COMPLETION
#define IRP_DEFER_IO_COMPLETION 0x800
#endif
#ifndef IRP_HOLD_DEVICE_QUEUE
#define IRP_HOLD_DEVICE_QUEUE 0x2000
#endif
#ifndef IRP_INPUT_OPERATION
#define IRP_INPUT_OPERATION 0x40
#endif
#ifndef IRP_LOOKASIDE_ALLOCATION
#define IRP_LOOKASIDE_ALLOCATION 0x8
#endif
#ifndef IRP_MOUNT_COMPLETION
#define IRP_MOUNT_COMPLETION 0x2
#endif
#ifndef IRP_NOCACHE
#define IRP_NOCACHE 0x1
#endif
#ifndef IRP_OB_QUERY_NAME
#define IRP_OB_QUERY_NAME 0x1000
#endif
#ifndef IRP_PAGING_IO
#define IRP_PAGING_IO 0x2
#endif
#ifndef IRP_QUOTA_CHARGED
#define IRP_QUOTA_CHARGED 0x1
#endif
#ifndef IRP_READ_OPERATION
#define IRP_READ_OPERATION 0x100
#endif
#ifndef IRP_RETRY_IO_COMPLETION
#define IRP_RETRY_IO_COMPLETION 0x4000
#endif
#ifndef IRP_SYNCHRONOUS_API
#define IRP_SYNCHRONOUS_API 0x4
#endif
#ifndef IRP_SYNCHRONOUS_PAGING_IO
#define IRP_SYNCHRONOUS_PAGING_IO 0x40
#endif
#ifndef IRP_UM_DRIVER_INITIATED_IO
#define IRP_UM_DRIVER_INITIATED_IO 0x00400000
#endif
#ifndef IRP_WRITE_OPERATION
#define IRP_WRITE_OPERATION 0x200
#endif
#ifndef IRP_MJ_ACQUIRE_FOR_CC_FLUSH
#define IRP_MJ_ACQUIRE_FOR_CC_FLUSH 0xFB
#endif
#ifndef IRP_MJ_ACQUIRE_FOR_MOD_WRITE
#define IRP_MJ_ACQUIRE_FOR_MOD_WRITE 0xFD
#endif
#ifndef IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION
#define IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION 0xFF
#endif
#ifndef IRP_MJ_CLEANUP
#define IRP_MJ_CLEANUP 0x12
#endif
#ifndef IRP_MJ_CLOSE
#define IRP_MJ_CLOSE 0x2
#endif
#ifndef IRP_MJ_CREATE
#define IRP_MJ_CREATE 0x0
#endif
#ifndef IRP_MJ_CREATE_MAILSLOT
#define IRP_MJ_CREATE_MAILSLOT 0x13
#endif
#ifndef IRP_MJ_CREATE_NAMED_PIPE
#define IRP_MJ_CREATE_NAMED_PIPE 0x1
#endif
#ifndef IRP_MJ_DEVICE_CHANGE
#define IRP_MJ_DEVICE_CHANGE 0x18
#endif
#ifndef IRP_MJ_DEVICE_CONTROL
#define IRP_MJ_DEVICE_CONTROL 0xE
#endif
#ifndef IRP_MJ_DIRECTORY_CONTROL
#define IRP_MJ_DIRECTORY_CONTROL 0xC
#endif
#ifndef IRP_MJ_FAST_IO_CHECK_IF_POSSIBLE
#define IRP_MJ_FAST_IO_CHECK_IF_POSSIBLE 0xF3
#endif
#ifndef IRP_MJ_FILE_SYSTEM_CONTROL
#define IRP_MJ_FILE_SYSTEM_CONTROL 0xD
#endif
#ifndef IRP_MJ_FLUSH_BUFFERS
#define IRP_MJ_FLUSH_BUFFERS 0x9
#endif
#ifndef IRP_MJ_INTERNAL_DEVICE_CONTROL
#define IRP_MJ_INTERNAL_DEVICE_CONTROL 0xF
#endif
#ifndef IRP_MJ_LOCK_CONTROL
#define IRP_MJ_LOCK_CONTROL 0x11
#endif
#ifndef IRP_MJ_MAXIMUM_FUNCTION
#define IRP_MJ_MAXIMUM_FUNCTION 0x1B
#endif
#ifndef IRP_MJ_MDL_READ
#define IRP_MJ_MDL_READ 0xF1
#endif
#ifndef IRP_MJ_MDL_READ_COMPLETE
#define IRP_MJ_MDL_READ_COMPLETE 0xF0
#endif
#ifndef IRP_MJ_MDL_WRITE_COMPLETE
#define IRP_MJ_MDL_WRITE_COMPLETE 0xEE
#endif
#ifndef IRP_MJ_NETWORK_QUERY_OPEN
#define IRP_MJ_NETWORK_QUERY_OPEN 0xF2
#endif
#ifndef IRP_MJ_OPERATION_END
#define IRP_MJ_OPERATION_END 0x80
#endif
#ifndef IRP_MJ_PNP
#define IRP_MJ_PNP 0x1B
#endif
#ifndef IRP_MJ_PNP_POWER
#define IRP_MJ_PNP_POWER 0x1B
#endif
#ifndef IRP_MJ_POWER
#define IRP_MJ_POWER 0x16
#endif
#ifndef IRP_MJ_PREPARE_MDL_WRITE
#define IRP_MJ_PREPARE_MDL_WRITE 0xEF
#endif
#ifndef IRP_MJ_QUERY_EA
#define IRP_MJ_QUERY_EA 0x7
#endif
#ifndef IRP_MJ_QUERY_INFORMATION
#define IRP_MJ_QUERY_INFORMATION 0x5
#endif
#ifndef IRP_MJ_QUERY_OPEN
#define IRP_MJ_QUERY_OPEN 0xF9
#endif
#ifndef IRP_MJ_QUERY_QUOTA
#define IRP_MJ_QUERY_QUOTA 0x19
#endif
#ifndef IRP_MJ_QUERY_SECURITY
#define IRP_MJ_QUERY_SECURITY 0x14
#endif
#ifndef IRP_MJ_QUERY_VOLUME_INFORMATION
#define IRP_MJ_QUERY_VOLUME_INFORMATION 0xA
#endif
#ifndef IRP_MJ_READ
#define IRP_MJ_READ 0x3
#endif
#ifndef IRP_MJ_RELEASE_FOR_CC_FLUSH
#define IRP_MJ_RELEASE_FOR_CC_FLUSH 0xFA
#endif
#ifndef IRP_MJ_RELEASE_FOR_MOD_WRITE
#define IRP_MJ_RELEASE_FOR_MOD_WRITE 0xFC
#endif
#ifndef IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION
#define IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION 0xFE
#endif
#ifndef IRP_MJ_SCSI
#define IRP_MJ_SCSI 0xF
#endif
#ifndef IRP_MJ_SET_EA
#define IRP_MJ_SET_EA 0x8
#endif
#ifndef IRP_MJ_SET_INFORMATION
#define IRP_MJ_SET_INFORMATION 0x6
#endif
#ifndef IRP_MJ_SET_QUOTA
#define IRP_MJ_SET_QUOTA 0x1A
#endif
#ifndef IRP_MJ_SET_SECURITY
#define IRP_MJ_SET_SECURITY 0x15
#endif
#ifndef IRP_MJ_SET_VOLUME_INFORMATION
#define IRP_MJ_SET_VOLUME_INFORMATION 0xB
#endif
#ifndef IRP_MJ_SHUTDOWN
#define IRP_MJ_SHUTDOWN 0x10
#endif
#ifndef IRP_MJ_SYSTEM_CONTROL
#define IRP_MJ_SYSTEM_CONTROL 0x17
#endif
#ifndef IRP_MJ_VOLUME_DISMOUNT
#define IRP_MJ_VOLUME_DISMOUNT 0xEC
#endif
#ifndef IRP_MJ_VOLUME_MOUNT
#define IRP_MJ_VOLUME_MOUNT 0xED
#endif
#ifndef IRP_MJ_WRITE
#define IRP_MJ_WRITE 0x4
#endif
#ifndef IRP_MN_CANCEL_REMOVE_DEVICE
#define IRP_MN_CANCEL_REMOVE_DEVICE 0x3
#endif
#ifndef IRP_MN_CANCEL_STOP_DEVICE
#define IRP_MN_CANCEL_STOP_DEVICE 0x6
#endif
#ifndef IRP_MN_CHANGE_SINGLE_INSTANCE
#define IRP_MN_CHANGE_SINGLE_INSTANCE 0x2
#endif
#ifndef IRP_MN_CHANGE_SINGLE_ITEM
#define IRP_MN_CHANGE_SINGLE_ITEM 0x3
#endif
#ifndef IRP_MN_COMPLETE
#define IRP_MN_COMPLETE 0x4
#endif
#ifndef IRP_MN_COMPLETE_MDL
#define IRP_MN_COMPLETE_MDL 0x6
#endif
#ifndef IRP_MN_COMPLETE_MDL_DPC
#define IRP_MN_COMPLETE_MDL_DPC 0x7
#endif
#ifndef IRP_MN_COMPRESSED
#define IRP_MN_COMPRESSED 0x8
#endif
#ifndef IRP_MN_DEVICE_ENUMERATED
#define IRP_MN_DEVICE_ENUMERATED 0x19
#endif
#ifndef IRP_MN_DEVICE_USAGE_NOTIFICATION
#define IRP_MN_DEVICE_USAGE_NOTIFICATION 0x16
#endif
#ifndef IRP_MN_DISABLE_COLLECTION
#define IRP_MN_DISABLE_COLLECTION 0x7
#endif
#ifndef IRP_MN_DISABLE_EVENTS
#define IRP_MN_DISABLE_EVENTS 0x5
#endif
#ifndef IRP_MN_DPC
#define IRP_MN_DPC 0x1
#endif
#ifndef IRP_MN_EJECT
#define IRP_MN_EJECT 0x11
#endif
#ifndef IRP_MN_ENABLE_COLLECTION
#define IRP_MN_ENABLE_COLLECTION 0x6
#endif
#ifndef IRP_MN_ENABLE_EVENTS
#define IRP_MN_ENABLE_EVENTS 0x4
#endif
#ifndef IRP_MN_EXECUTE_METHOD
#define IRP_MN_EXECUTE_METHOD 0x9
#endif
#ifndef IRP_MN_FILTER_RESOURCE_REQUIREMENTS
#define IRP_MN_FILTER_RESOURCE_REQUIREMENTS 0xD
#endif
#ifndef IRP_MN_FLUSH_AND_PURGE
#define IRP_MN_FLUSH_AND_PURGE 0x1
#endif
#ifndef IRP_MN_FLUSH_DATA_ONLY
#define IRP_MN_FLUSH_DATA_ONLY 0x2
#endif
#ifndef IRP_MN_FLUSH_DATA_SYNC_ONLY
#define IRP_MN_FLUSH_DATA_SYNC_ONLY 0x4
#endif
#ifndef IRP_MN_FLUSH_NO_SYNC
#define IRP_MN_FLUSH_NO_SYNC 0x3
#endif
#ifndef IRP_MN_KERNEL_CALL
#define IRP_MN_KERNEL_CALL 0x4
#endif
#ifndef IRP_MN_LOAD_FILE_SYSTEM
#define IRP_MN_LOAD_FILE_SYSTEM 0x3
#endif
#ifndef IRP_MN_LOCK
#define IRP_MN_LOCK 0x1
#endif
#ifndef IRP_MN_MDL
#define IRP_MN_MDL 0x2
#endif
#ifndef IRP_MN_MDL_DPC
#define IRP_MN_MDL_DPC 0x3
#endif
#ifndef IRP_MN_MOUNT_VOLUME
#define IRP_MN_MOUNT_VOLUME 0x1
#endif
#ifndef IRP_MN_NORMAL
#define IRP_MN_NORMAL 0x0
#endif
#ifndef IRP_MN_NOTIFY_CHANGE_DIRECTORY
#define IRP_MN_NOTIFY_CHANGE_DIRECTORY 0x2
#endif
#ifndef IRP_MN_NOTIFY_CHANGE_DIRECTORY_EX
#define IRP_MN_NOTIFY_CHANGE_DIRECTORY_EX 0x3
#endif
#ifndef IRP_MN_POWER_SEQUENCE
#define IRP_MN_POWER_SEQUENCE 0x1
#endif
#ifndef IRP_MN_QUERY_ALL_DATA
#define IRP_MN_QUERY_ALL_DATA 0x0
#endif
#ifndef IRP_MN_QUERY_BUS_INFORMATION
#define IRP_MN_QUERY_BUS_INFORMATION 0x15
#endif
#ifndef IRP_MN_QUERY_CAPABILITIES
#define IRP_MN_QUERY_CAPABILITIES 0x9
#endif
#ifndef IRP_MN_QUERY_DEVICE_RELATIONS
#define IRP_MN_QUERY_DEVICE_RELATIONS 0x7
#endif
#ifndef IRP_MN_QUERY_DEVICE_TEXT
#define IRP_MN_QUERY_DEVICE_TEXT 0xC
#endif
#ifndef IRP_MN_QUERY_DIRECTORY
#define IRP_MN_QUERY_DIRECTORY 0x1
#endif
#ifndef IRP_MN_QUERY_ID
#define IRP_MN_QUERY_ID 0x13
#endif
#ifndef IRP_MN_QUERY_INTERFACE
#define IRP_MN_QUERY_INTERFACE 0x8
#endif
#ifndef IRP_MN_QUERY_LEGACY_BUS_INFORMATION
#define IRP_MN_QUERY_LEGACY_BUS_INFORMATION 0x18
#endif
#ifndef IRP_MN_QUERY_PNP_DEVICE_STATE
#define IRP_MN_QUERY_PNP_DEVICE_STATE 0x14
#endif
#ifndef IRP_MN_QUERY_POWER
#define IRP_MN_QUERY_POWER 0x3
#endif
#ifndef IRP_MN_QUERY_REMOVE_DEVICE
#define IRP_MN_QUERY_REMOVE_DEVICE 0x1
#endif
#ifndef IRP_MN_QUERY_RESOURCES
#define IRP_MN_QUERY_RESOURCES 0xA
#endif
#ifndef IRP_MN_QUERY_RESOURCE_REQUIREMENTS
#define IRP_MN_QUERY_RESOURCE_REQUIREMENTS 0xB
#endif
#ifndef IRP_MN_QUERY_SINGLE_INSTANCE
#define IRP_MN_QUERY_SINGLE_INSTANCE 0x1
#endif
#ifndef IRP_MN_QUERY_STOP_DEVICE
#define IRP_MN_QUERY_STOP_DEVICE 0x5
#endif
#ifndef IRP_MN_READ_CONFIG
#define IRP_MN_READ_CONFIG 0xF
#endif
#ifndef IRP_MN_REGINFO
#define IRP_MN_REGINFO 0x8
#endif
#ifndef IRP_MN_REGINFO_EX
#define IRP_MN_REGINFO_EX 0xB
#endif
#ifndef IRP_MN_REMOVE_DEVICE
#define IRP_MN_REMOVE_DEVICE 0x2
#endif
#ifndef IRP_MN_SCSI_CLASS
#define IRP_MN_SCSI_CLASS 0x1
#endif
#ifndef IRP_MN_SET_LOCK
#define IRP_MN_SET_LOCK 0x12
#endif
#ifndef IRP_MN_SET_POWER
#define IRP_MN_SET_POWER 0x2
#endif
#ifndef IRP_MN_START_DEVICE
#define IRP_MN_START_DEVICE 0x0
#endif
#ifndef IRP_MN_STOP_DEVICE
#define IRP_MN_STOP_DEVICE 0x4
#endif
#ifndef IRP_MN_SURPRISE_REMOVAL
#define IRP_MN_SURPRISE_REMOVAL 0x17
#endif
#ifndef IRP_MN_TRACK_LINK
#define IRP_MN_TRACK_LINK 0x4
#endif
#ifndef IRP_MN_UNLOCK_ALL
#define IRP_MN_UNLOCK_ALL 0x3
#endif
#ifndef IRP_MN_UNLOCK_ALL_BY_KEY
#define IRP_MN_UNLOCK_ALL_BY_KEY 0x4
#endif
#ifndef IRP_MN_UNLOCK_SINGLE
#define IRP_MN_UNLOCK_SINGLE 0x2
#endif
#ifndef IRP_MN_USER_FS_REQUEST
#define IRP_MN_USER_FS_REQUEST 0x0
#endif
#ifndef IRP_MN_VERIFY_VOLUME
#define IRP_MN_VERIFY_VOLUME 0x2
#endif
#ifndef IRP_MN_WAIT_WAKE
#define IRP_MN_WAIT_WAKE 0x0
#endif
#ifndef IRP_MN_WRITE_CONFIG
#define IRP_MN_WRITE_CONFIG 0x10
#endif
#ifndef APC_LEVEL
#define APC_LEVEL 0x1
#endif
#ifndef CLOCK_LEVEL
#define CLOCK_LEVEL 0xD
#endif
#ifndef CMCI_LEVEL
#define CMCI_LEVEL 0x5
#endif
#ifndef DISPATCH_LEVEL
#define DISPATCH_LEVEL 0x2
#endif
#ifndef DRS_LEVEL
#define DRS_LEVEL 0xE
#endif
#ifndef HIGH_LEVEL
#define HIGH_LEVEL 0xF
#endif
#ifndef IPI_LEVEL
#define IPI_LEVEL 0xE
#endif
#ifndef LOW_LEVEL
#define LOW_LEVEL 0x0
#endif
#ifndef PASSIVE_LEVEL
#define PASSIVE_LEVEL 0x0
#endif
#ifndef POWER_LEVEL
#define POWER_LEVEL 0xE
#endif
#ifndef PROFILE_LEVEL
#define PROFILE_LEVEL 0xF
#endif
#ifndef ISC_REQ_ALLOCATE_MEMORY
#define ISC_REQ_ALLOCATE_MEMORY 0x100
#endif
#ifndef ISC_REQ_CALL_LEVEL
#define ISC_REQ_CALL_LEVEL 0x1000
#endif
#ifndef ISC_REQ_CONFIDENTIALITY
#define ISC_REQ_CONFIDENTIALITY 0x10
#endif
#ifndef ISC_REQ_CONFIDENTIALITY_ONLY
#define ISC_REQ_CONFIDENTIALITY_ONLY 0x40000000
#endif
#ifndef ISC_REQ_CONNECTION
#define ISC_REQ_CONNECTION 0x800
#endif
#ifndef ISC_REQ_DATAGRAM
#define ISC_REQ_DATAGRAM 0x400
#endif
#ifndef ISC_REQ_DEFERRED_CRED_VALIDATION
#define ISC_REQ_DEFERRED_CRED_VALIDATION 0x0000000200000000ULL
#endif
#ifndef ISC_REQ_DELEGATE
#define ISC_REQ_DELEGATE 0x1
#endif
#ifndef ISC_REQ_EXTENDED_ERROR
#define ISC_REQ_EXTENDED_ERROR 0x4000
#endif
#ifndef ISC_REQ_FORWARD_CREDENTIALS
#define ISC_REQ_FORWARD_CREDENTIALS 0x00400000
#endif
#ifndef ISC_REQ_FRAGMENT_SUPPLIED
#define ISC_REQ_FRAGMENT_SUPPLIED 0x2000
#endif
#ifndef ISC_REQ_FRAGMENT_TO_FIT
#define ISC_REQ_FRAGMENT_TO_FIT 0x00200000
#endif
#ifndef ISC_REQ_IDENTIFY
#define ISC_REQ_IDENTIFY 0x00020000
#endif
#ifndef ISC_REQ_INTEGRITY
#define ISC_REQ_INTEGRITY 0x00010000
#endif
#ifndef ISC_REQ_MANUAL_CRED_VALIDATION
#define ISC_REQ_MANUAL_CRED_VALIDATION 0x00080000
#endif
#ifndef ISC_REQ_MESSAGES
#define ISC_REQ_MESSAGES 0x0000000100000000ULL
#endif
#ifndef ISC_REQ_MUTUAL_AUTH
#define ISC_REQ_MUTUAL_AUTH 0x2
#endif
#ifndef ISC_REQ_NO_INTEGRITY
#define ISC_REQ_NO_INTEGRITY 0x00800000
#endif
#ifndef ISC_REQ_NO_POST_HANDSHAKE_AUTH
#define ISC_REQ_NO_POST_HANDSHAKE_AUTH 0x0000000400000000ULL
#endif
#ifndef ISC_REQ_NULL_SESSION
#define ISC_REQ_NULL_SESSION 0x00040000
#endif
#ifndef ISC_REQ_PROMPT_FOR_CREDS
#define ISC_REQ_PROMPT_FOR_CREDS 0x40
#endif
#ifndef ISC_REQ_REPLAY_DETECT
#define ISC_REQ_REPLAY_DETECT 0x4
#endif
#ifndef ISC_REQ_RESERVED1
#define ISC_REQ_RESERVED1 0x00100000
#endif
#ifndef ISC_REQ_SEQUENCE_DETECT
#define ISC_REQ_SEQUENCE_DETECT 0x8
#endif
#ifndef ISC_REQ_STREAM
#define ISC_REQ_STREAM 0x8000
#endif
#ifndef ISC_REQ_UNVERIFIED_TARGET_NAME
#define ISC_REQ_UNVERIFIED_TARGET_NAME 0x20000000
#endif
#ifndef ISC_REQ_USE_DCE_STYLE
#define ISC_REQ_USE_DCE_STYLE 0x200
#endif
#ifndef ISC_REQ_USE_HTTP_STYLE
#define ISC_REQ_USE_HTTP_STYLE 0x01000000
#endif
#ifndef ISC_REQ_USE_SESSION_KEY
#define ISC_REQ_USE_SESSION_KEY 0x20
#endif
#ifndef ISC_REQ_USE_SUPPLIED_CREDS
#define ISC_REQ_USE_SUPPLIED_CREDS 0x80
#endif
#ifndef ISC_RET_ALLOCATED_MEMORY
#define ISC_RET_ALLOCATED_MEMORY 0x100
#endif
#ifndef ISC_RET_CALL_LEVEL
#define ISC_RET_CALL_LEVEL 0x2000
#endif
#ifndef ISC_RET_CONFIDENTIALITY
#define ISC_RET_CONFIDENTIALITY 0x10
#endif
#ifndef ISC_RET_CONFIDENTIALITY_ONLY
#define ISC_RET_CONFIDENTIALITY_ONLY 0x40000000
#endif
#ifndef ISC_RET_CONNECTION
#define ISC_RET_CONNECTION 0x800
#endif
#ifndef ISC_RET_DATAGRAM
#define ISC_RET_DATAGRAM 0x400
#endif
#ifndef ISC_RET_DEFERRED_CRED_VALIDATION
#define ISC_RET_DEFERRED_CRED_VALIDATION 0x0000000200000000ULL
#endif
#ifndef ISC_RET_DELEGATE
#define ISC_RET_DELEGATE 0x1
#endif
#ifndef ISC_RET_EXTENDED_ERROR
#define ISC_RET_EXTENDED_ERROR 0x4000
#endif
#ifndef ISC_RET_FORWARD_CREDENTIALS
#define ISC_RET_FORWARD_CREDENTIALS 0x00400000
#endif
#ifndef ISC_RET_FRAGMENT_ONLY
#define ISC_RET_FRAGMENT_ONLY 0x00200000
#endif
#ifndef ISC_RET_IDENTIFY
#define ISC_RET_IDENTIFY 0x00020000
#endif
#ifndef ISC_RET_INTEGRITY
#define ISC_RET_INTEGRITY 0x00010000
#endif
#ifndef ISC_RET_INTERMEDIATE_RETURN
#define ISC_RET_INTERMEDIATE_RETURN 0x1000
#endif
#ifndef ISC_RET_MANUAL_CRED_VALIDATION
#define ISC_RET_MANUAL_CRED_VALIDATION 0x00080000
#endif
#ifndef ISC_RET_MESSAGES
#define ISC_RET_MESSAGES 0x0000000100000000ULL
#endif
#ifndef ISC_RET_MUTUAL_AUTH
#define ISC_RET_MUTUAL_AUTH 0x2
#endif
#ifndef ISC_RET_NO_ADDITIONAL_TOKEN
#define ISC_RET_NO_ADDITIONAL_TOKEN 0x02000000
#endif
#ifndef ISC_RET_NO_POST_HANDSHAKE_AUTH
#define ISC_RET_NO_POST_HANDSHAKE_AUTH 0x0000000400000000ULL
#endif
#ifndef ISC_RET_NULL_SESSION
#define ISC_RET_NULL_SESSION 0x00040000
#endif
#ifndef ISC_RET_REAUTHENTICATION
#define ISC_RET_REAUTHENTICATION 0x08000000
#endif
#ifndef ISC_RET_REPLAY_DETECT
#define ISC_RET_REPLAY_DETECT 0x4
#endif
#ifndef ISC_RET_RESERVED1
#define ISC_RET_RESERVED1 0x00100000
#endif
#ifndef ISC_RET_SEQUENCE_DETECT
#define ISC_RET_SEQUENCE_DETECT 0x8
#endif
#ifndef ISC_RET_STREAM
#define ISC_RET_STREAM 0x8000
#endif
#ifndef ISC_RET_USED_COLLECTED_CREDS
#define ISC_RET_USED_COLLECTED_CREDS 0x40
#endif
#ifndef ISC_RET_USED_DCE_STYLE
#define ISC_RET_USED_DCE_STYLE 0x200
#endif
#ifndef ISC_RET_USED_HTTP_STYLE
#define ISC_RET_USED_HTTP_STYLE 0x01000000
#endif
#ifndef ISC_RET_USED_SUPPLIED_CREDS
#define ISC_RET_USED_SUPPLIED_CREDS 0x80
#endif
#ifndef ISC_RET_USE_SESSION_KEY
#define ISC_RET_USE_SESSION_KEY 0x20
#endif
#ifndef ISSP_LEVEL
#define ISSP_LEVEL 0x20
#endif
#ifndef ISSP_MODE
#define ISSP_MODE 0x0
#endif
#ifndef IsNEC_98
#define IsNEC_98 0x0
#endif
#ifndef IsNotNEC_98
#define IsNotNEC_98 0x1
#endif
#ifndef JOB_OBJECT_ALL_ACCESS
#define JOB_OBJECT_ALL_ACCESS 0x001F003F
#endif
#ifndef JOB_OBJECT_ASSIGN_PROCESS
#define JOB_OBJECT_ASSIGN_PROCESS 0x1
#endif
#ifndef JOB_OBJECT_BASIC_LIMIT_VALID_FLAGS
#define JOB_OBJECT_BASIC_LIMIT_VALID_FLAGS 0xFF
#endif
#ifndef JOB_OBJECT_EXTENDED_LIMIT_VALID_FLAGS
#define JOB_OBJECT_EXTENDED_LIMIT_VALID_FLAGS 0x7FFF
#endif
#ifndef JOB_OBJECT_IMPERSONATE
#define JOB_OBJECT_IMPERSONATE 0x20
#endif
#ifndef JOB_OBJECT_LIMIT_ACTIVE_PROCESS
#define JOB_OBJECT_LIMIT_ACTIVE_PROCESS 0x8
#endif
#ifndef JOB_OBJECT_LIMIT_AFFINITY
#define JOB_OBJECT_LIMIT_AFFINITY 0x10
#endif
#ifndef JOB_OBJECT_LIMIT_BREAKAWAY_OK
#define JOB_OBJECT_LIMIT_BREAKAWAY_OK 0x800
#endif
#ifndef JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
#define JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION 0x400
#endif
#ifndef JOB_OBJECT_LIMIT_JOB_MEMORY
#define JOB_OBJECT_LIMIT_JOB_MEMORY 0x200
#endif
#ifndef JOB_OBJECT_LIMIT_JOB_TIME
#define JOB_OBJECT_LIMIT_JOB_TIME 0x4
#endif
#ifndef JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
#define JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE 0x2000
#endif
#ifndef JOB_OBJECT_LIMIT_PRESERVE_JOB_TIME
#define JOB_OBJECT_LIMIT_PRESERVE_JOB_TIME 0x40
#endif
#ifndef JOB_OBJECT_LIMIT_PRIORITY_CLASS
#define JOB_OBJECT_LIMIT_PRIORITY_CLASS 0x20
#endif
#ifndef JOB_OBJECT_LIMIT_PROCESS_MEMORY
#define JOB_OBJECT_LIMIT_PROCESS_MEMORY 0x100
#endif
#ifndef JOB_OBJECT_LIMIT_PROCESS_TIME
#define JOB_OBJECT_LIMIT_PROCESS_TIME 0x2
#endif
#ifndef JOB_OBJECT_LIMIT_SCHEDULING_CLASS
#define JOB_OBJECT_LIMIT_SCHEDULING_CLASS 0x80
#endif
#ifndef JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK
#define JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK 0x1000
#endif
#ifndef JOB_OBJECT_LIMIT_SILO_READY
#define JOB_OBJECT_LIMIT_SILO_READY 0x00400000
#endif
#ifndef JOB_OBJECT_LIMIT_SUBSET_AFFINITY
#define JOB_OBJECT_LIMIT_SUBSET_AFFINITY 0x4000
#endif
#ifndef JOB_OBJECT_LIMIT_VALID_FLAGS
#define JOB_OBJECT_LIMIT_VALID_FLAGS 0x0007FFFF
#endif
#ifndef JOB_OBJECT_LIMIT_WORKINGSET
#define JOB_OBJECT_LIMIT_WORKINGSET 0x1
#endif
#ifndef JOB_OBJECT_MSG_ABNORMAL_EXIT_PROCESS
#define JOB_OBJECT_MSG_ABNORMAL_EXIT_PROCESS 0x8
#endif
#ifndef JOB_OBJECT_MSG_ACTIVE_PROCESS_LIMIT
#define JOB_OBJECT_MSG_ACTIVE_PROCESS_LIMIT 0x3
#endif
#ifndef JOB_OBJECT_MSG_ACTIVE_PROCESS_ZERO
#define JOB_OBJECT_MSG_ACTIVE_PROCESS_ZERO 0x4
#endif
#ifndef JOB_OBJECT_MSG_END_OF_JOB_TIME
#define JOB_OBJECT_MSG_END_OF_JOB_TIME 0x1
#endif
#ifndef JOB_OBJECT_MSG_END_OF_PROCESS_TIME
#define JOB_OBJECT_MSG_END_OF_PROCESS_TIME 0x2
#endif
#ifndef JOB_OBJECT_MSG_EXIT_PROCESS
#define JOB_OBJECT_MSG_EXIT_PROCESS 0x7
#endif
#ifndef JOB_OBJECT_MSG_JOB_MEMORY_LIMIT
#define JOB_OBJECT_MSG_JOB_MEMORY_LIMIT 0xA
#endif
#ifndef JOB_OBJECT_MSG_NEW_PROCESS
#define JOB_OBJECT_MSG_NEW_PROCESS 0x6
#endif
#ifndef JOB_OBJECT_MSG_PROCESS_MEMORY_LIMIT
#define JOB_OBJECT_MSG_PROCESS_MEMORY_LIMIT 0x9
#endif
#ifndef JOB_OBJECT_QUERY
#define JOB_OBJECT_QUERY 0x4
#endif
#ifndef JOB_OBJECT_SET_ATTRIBUTES
#define JOB_OBJECT_SET_ATTRIBUTES 0x2
#endif
#ifndef JOB_OBJECT_SET_SECURITY_ATTRIBUTES
#define JOB_OBJECT_SET_SECURITY_ATTRIBUTES 0x10
#endif
#ifndef JOB_OBJECT_TERMINATE
#define JOB_OBJECT_TERMINATE 0x8
#endif
#ifndef KADDRESS_BASE
#define KADDRESS_BASE 0x0
#endif
#ifndef KAPC_ACTUAL_LENGTH
#define KAPC_ACTUAL_LENGTH 0x53
#endif
#ifndef KAPC_OFFSET_TO_APCSTATEINDEX
#define KAPC_OFFSET_TO_APCSTATEINDEX 0x50
#endif
#ifndef KAPC_OFFSET_TO_SPARE_BYTE0
#define KAPC_OFFSET_TO_SPARE_BYTE0 0x1
#endif
#ifndef KAPC_OFFSET_TO_SPARE_BYTE1
#define KAPC_OFFSET_TO_SPARE_BYTE1 0x3
#endif
#ifndef KAPC_OFFSET_TO_SPARE_LONG
#define KAPC_OFFSET_TO_SPARE_LONG 0x4
#endif
#ifndef KAPC_OFFSET_TO_SYSTEMARGUMENT1
#define KAPC_OFFSET_TO_SYSTEMARGUMENT1 0x40
#endif
#ifndef KAPC_OFFSET_TO_SYSTEMARGUMENT2
#define KAPC_OFFSET_TO_SYSTEMARGUMENT2 0x48
#endif
#ifndef KAPC_STATE_ACTUAL_LENGTH
#define KAPC_STATE_ACTUAL_LENGTH 0x2B
#endif
#ifndef KB_ADD_PAGES_FLAG_ADDITIONAL_RANGES_EXIST
#define KB_ADD_PAGES_FLAG_ADDITIONAL_RANGES_EXIST 0x80000000
#endif
#ifndef KB_ADD_PAGES_FLAG_PHYSICAL_ADDRESS
#define KB_ADD_PAGES_FLAG_PHYSICAL_ADDRESS 0x2
#endif
#ifndef KB_ADD_PAGES_FLAG_VIRTUAL_ADDRESS
#define KB_ADD_PAGES_FLAG_VIRTUAL_ADDRESS 0x1
#endif
#ifndef KB_REMOVE_PAGES_FLAG_ADDITIONAL_RANGES_EXIST
#define KB_REMOVE_PAGES_FLAG_ADDITIONAL_RANGES_EXIST 0x80000000
#endif
#ifndef KB_REMOVE_PAGES_FLAG_PHYSICAL_ADDRESS
#define KB_REMOVE_PAGES_FLAG_PHYSICAL_ADDRESS 0x2
#endif
#ifndef KB_REMOVE_PAGES_FLAG_VIRTUAL_ADDRESS
#define KB_REMOVE_PAGES_FLAG_VIRTUAL_ADDRESS 0x1
#endif
#ifndef KB_SECONDARY_DATA_FLAG_ADDITIONAL_DATA
#define KB_SECONDARY_DATA_FLAG_ADDITIONAL_DATA 0x1
#endif
#ifndef KB_SECONDARY_DATA_FLAG_NO_DEVICE_ACCESS
#define KB_SECONDARY_DATA_FLAG_NO_DEVICE_ACCESS 0x2
#endif
#ifndef KB_TRIAGE_DUMP_DATA_FLAG_BUGCHECK_ACTIVE
#define KB_TRIAGE_DUMP_DATA_FLAG_BUGCHECK_ACTIVE 0x1
#endif
#ifndef KDC_PROXY_SETTINGS_FLAGS_FORCEPROXY
#define KDC_PROXY_SETTINGS_FLAGS_FORCEPROXY 0x1
#endif
#ifndef KDC_PROXY_SETTINGS_V1
#define KDC_PROXY_SETTINGS_V1 0x1
#endif
#ifndef KE_MAX_TRIAGE_DUMP_DATA_MEMORY_SIZE
#define KE_MAX_TRIAGE_DUMP_DATA_MEMORY_SIZE 0x02000000
#endif
#ifndef KE_PROCESSOR_CHANGE_ADD_EXISTING
#define KE_PROCESSOR_CHANGE_ADD_EXISTING 0x1
#endif
#ifndef KENCODED_TIMER_PROCESSOR
#define KENCODED_TIMER_PROCESSOR 0x1
#endif
#ifndef KERNEL_LARGE_STACK_COMMIT
#define KERNEL_LARGE_STACK_COMMIT 0x6000
#endif
#ifndef KERNEL_LARGE_STACK_SIZE
#define KERNEL_LARGE_STACK_SIZE 0x00012000
#endif
#ifndef KERNEL_MCA_EXCEPTION_STACK_SIZE
#define KERNEL_MCA_EXCEPTION_STACK_SIZE 0x2000
#endif
#ifndef KERNEL_SOFT_RESTART_NOTIFICATION_VERSION
#define KERNEL_SOFT_RESTART_NOTIFICATION_VERSION 0x1
#endif
#ifndef KERNEL_STACK_SIZE
#define KERNEL_STACK_SIZE 0x6000
#endif
#ifndef KEY_ALL_ACCESS
#define KEY_ALL_ACCESS 0x000F003F
#endif
#ifndef KEY_ALL_KEYS
#define KEY_ALL_KEYS 0x2
#endif
#ifndef KEY_CREATE_LINK
#define KEY_CREATE_LINK 0x20
#endif
#ifndef KEY_CREATE_SUB_KEY
#define KEY_CREATE_SUB_KEY 0x4
#endif
#ifndef KEY_ENUMERATE_SUB_KEYS
#define KEY_ENUMERATE_SUB_KEYS 0x8
#endif
#ifndef KEY_EXECUTE
#define KEY_EXECUTE 0x00020019
#endif
#ifndef KEY_NOTIFY
#define KEY_NOTIFY 0x10
#endif
#ifndef KEY_OVERRIDE
#define KEY_OVERRIDE 0x1
#endif
#ifndef KEY_QUERY_VALUE
#define KEY_QUERY_VALUE 0x1
#endif
#ifndef KEY_READ
#define KEY_READ 0x00020019
#endif
#ifndef KEY_SET_VALUE
#define KEY_SET_VALUE 0x2
#endif
#ifndef KEY_UNKNOWN
#define KEY_UNKNOWN 0x0
#endif
#ifndef KEY_WOW64_32KEY
#define KEY_WOW64_32KEY 0x200
#endif
#ifndef KEY_WOW64_64KEY
#define KEY_WOW64_64KEY 0x100
#endif
#ifndef KEY_WOW64_RES
#define KEY_WOW64_RES 0x300
#endif
#ifndef KEY_WRITE
#define KEY_WRITE 0x00020006
#endif
#ifndef KI_USER_SHARED_DATA
#define KI_USER_SHARED_DATA ((LONGLONG)0xFFFFF78000000000ULL)
#endif
#ifndef KSEMAPHORE_ACTUAL_LENGTH
#define KSEMAPHORE_ACTUAL_LENGTH 0x1C
#endif
#ifndef KTIMER_ACTUAL_LENGTH
#define KTIMER_ACTUAL_LENGTH 0x40
#endif
#ifndef KUMS_UCH_VOLATILE_BIT
#define KUMS_UCH_VOLATILE_BIT 0x0
#endif
#ifndef LABEL_SECURITY_INFORMATION
#define LABEL_SECURITY_INFORMATION 0x10
#endif
#ifndef LCN_CHECKSUM_VALID
#define LCN_CHECKSUM_VALID 0x2
#endif
#ifndef LCN_WEAK_REFERENCE_VALID
#define LCN_WEAK_REFERENCE_VALID 0x1
#endif
#ifndef LOCALE_CUSTOM_DEFAULT
#define LOCALE_CUSTOM_DEFAULT 0xC00
#endif
#ifndef LOCALE_CUSTOM_UI_DEFAULT
#define LOCALE_CUSTOM_UI_DEFAULT 0x1400
#endif
#ifndef LOCALE_CUSTOM_UNSPECIFIED
#define LOCALE_CUSTOM_UNSPECIFIED 0x1000
#endif
#ifndef LOCALE_INVARIANT
#define LOCALE_INVARIANT 0x7F
#endif
#ifndef LOCALE_NAME_MAX_LENGTH
#define LOCALE_NAME_MAX_LENGTH 0x55
#endif
#ifndef LOCALE_NEUTRAL
#define LOCALE_NEUTRAL 0x0
#endif
#ifndef LOCALE_SYSTEM_DEFAULT
#define LOCALE_SYSTEM_DEFAULT 0x800
#endif
#ifndef LOCALE_USER_DEFAULT
#define LOCALE_USER_DEFAULT 0x400
#endif
#ifndef LOCK_QUEUE_HALTED
#define LOCK_QUEUE_HALTED 0x4
#endif
#ifndef LOCK_QUEUE_HALTED_BIT
#define LOCK_QUEUE_HALTED_BIT 0x2
#endif
#ifndef LOCK_QUEUE_OWNER
#define LOCK_QUEUE_OWNER 0x2
#endif
#ifndef LOCK_QUEUE_OWNER_BIT
#define LOCK_QUEUE_OWNER_BIT 0x1
#endif
#ifndef LOCK_QUEUE_TIMER_LOCK_SHIFT
#define LOCK_QUEUE_TIMER_LOCK_SHIFT 0x4
#endif
#ifndef LOCK_QUEUE_TIMER_TABLE_LOCKS
#define LOCK_QUEUE_TIMER_TABLE_LOCKS 0x10
#endif
#ifndef LOCK_QUEUE_WAIT
#define LOCK_QUEUE_WAIT 0x1
#endif
#ifndef LOCK_QUEUE_WAIT_BIT
#define LOCK_QUEUE_WAIT_BIT 0x0
#endif
#ifndef LOG_POLICY_OVERWRITE
#define LOG_POLICY_OVERWRITE 0x1
#endif
#ifndef LOG_POLICY_PERSIST
#define LOG_POLICY_PERSIST 0x2
#endif
#ifndef LOGON_CACHED_ACCOUNT
#define LOGON_CACHED_ACCOUNT 0x4
#endif
#ifndef LOGON_EXTRA_SIDS
#define LOGON_EXTRA_SIDS 0x20
#endif
#ifndef LOGON_GRACE_LOGON
#define LOGON_GRACE_LOGON 0x01000000
#endif
#ifndef LOGON_GUEST
#define LOGON_GUEST 0x1
#endif
#ifndef LOGON_LM_V2
#define LOGON_LM_V2 0x1000
#endif
#ifndef LOGON_MANAGED_SERVICE
#define LOGON_MANAGED_SERVICE 0x00080000
#endif
#ifndef LOGON_NOENCRYPTION
#define LOGON_NOENCRYPTION 0x2
#endif
#ifndef LOGON_NO_ELEVATION
#define LOGON_NO_ELEVATION 0x00040000
#endif
#ifndef LOGON_NO_OPTIMIZED
#define LOGON_NO_OPTIMIZED 0x00020000
#endif
#ifndef LOGON_NTLMV2_ENABLED
#define LOGON_NTLMV2_ENABLED 0x100
#endif
#ifndef LOGON_NTLM_V2
#define LOGON_NTLM_V2 0x2000
#endif
#ifndef LOGON_NT_V2
#define LOGON_NT_V2 0x800
#endif
#ifndef LOGON_OPTIMIZED
#define LOGON_OPTIMIZED 0x4000
#endif
#ifndef LOGON_PKINIT
#define LOGON_PKINIT 0x00010000
#endif
#ifndef LOGON_PROFILE_PATH_RETURNED
#define LOGON_PROFILE_PATH_RETURNED 0x400
#endif
#ifndef LOGON_RESOURCE_GROUPS
#define LOGON_RESOURCE_GROUPS 0x200
#endif
#ifndef LOGON_SERVER_TRUST_ACCOUNT
#define LOGON_SERVER_TRUST_ACCOUNT 0x80
#endif
#ifndef LOGON_SUBAUTH_SESSION_KEY
#define LOGON_SUBAUTH_SESSION_KEY 0x40
#endif
#ifndef LOGON_USED_LM_PASSWORD
#define LOGON_USED_LM_PASSWORD 0x8
#endif
#ifndef LOGON_WINLOGON
#define LOGON_WINLOGON 0x8000
#endif
#ifndef LONG_2ND_MOST_SIGNIFICANT_BIT
#define LONG_2ND_MOST_SIGNIFICANT_BIT 0x2
#endif
#ifndef LONG_3RD_MOST_SIGNIFICANT_BIT
#define LONG_3RD_MOST_SIGNIFICANT_BIT 0x1
#endif
#ifndef LONG_LEAST_SIGNIFICANT_BIT
#define LONG_LEAST_SIGNIFICANT_BIT 0x0
#endif
#ifndef LONG_MASK
#define LONG_MASK 0x3
#endif
#ifndef LONG_MOST_SIGNIFICANT_BIT
#define LONG_MOST_SIGNIFICANT_BIT 0x3
#endif
#ifndef LONG_SIZE
#define LONG_SIZE 0x4
#endif
#ifndef LONGLONG_MASK
#define LONGLONG_MASK 0x7
#endif
#ifndef LONGLONG_SIZE
#define LONGLONG_SIZE 0x8
#endif
#ifndef LOOKASIDE_MINIMUM_BLOCK_SIZE
#define LOOKASIDE_MINIMUM_BLOCK_SIZE 0x8
#endif
#ifndef LOOKUP_STREAM_FROM_CLUSTER_ENTRY_ATTRIBUTE_DATA
#define LOOKUP_STREAM_FROM_CLUSTER_ENTRY_ATTRIBUTE_DATA 0x01000000
#endif
#ifndef LOOKUP_STREAM_FROM_CLUSTER_ENTRY_ATTRIBUTE_INDEX
#define LOOKUP_STREAM_FROM_CLUSTER_ENTRY_ATTRIBUTE_INDEX 0x02000000
#endif
#ifndef LOOKUP_STREAM_FROM_CLUSTER_ENTRY_ATTRIBUTE_MASK
#define LOOKUP_STREAM_FROM_CLUSTER_ENTRY_ATTRIBUTE_MASK 0xFF000000
#endif
#ifndef LOOKUP_STREAM_FROM_CLUSTER_ENTRY_ATTRIBUTE_SYSTEM
#define LOOKUP_STREAM_FROM_CLUSTER_ENTRY_ATTRIBUTE_SYSTEM 0x03000000
#endif
#ifndef LOOKUP_STREAM_FROM_CLUSTER_ENTRY_FLAG_DENY_DEFRAG_SET
#define LOOKUP_STREAM_FROM_CLUSTER_ENTRY_FLAG_DENY_DEFRAG_SET 0x2
#endif
#ifndef LOOKUP_STREAM_FROM_CLUSTER_ENTRY_FLAG_FS_SYSTEM_FILE
#define LOOKUP_STREAM_FROM_CLUSTER_ENTRY_FLAG_FS_SYSTEM_FILE 0x4
#endif
#ifndef LOOKUP_STREAM_FROM_CLUSTER_ENTRY_FLAG_PAGE_FILE
#define LOOKUP_STREAM_FROM_CLUSTER_ENTRY_FLAG_PAGE_FILE 0x1
#endif
#ifndef LOOKUP_STREAM_FROM_CLUSTER_ENTRY_FLAG_TXF_SYSTEM_FILE
#define LOOKUP_STREAM_FROM_CLUSTER_ENTRY_FLAG_TXF_SYSTEM_FILE 0x8
#endif
#ifndef LOW_PRIORITY
#define LOW_PRIORITY 0x0
#endif
#ifndef LOW_REALTIME_PRIORITY
#define LOW_REALTIME_PRIORITY 0x10
#endif
#ifndef LOWBYTE_MASK
#define LOWBYTE_MASK 0xFF
#endif
#ifndef LPC_KERNELMODE_MESSAGE
#define LPC_KERNELMODE_MESSAGE ((LONG)0xFFFF8000)
#endif
#ifndef LTP_PC_SMT
#define LTP_PC_SMT 0x1
#endif
#ifndef LX_FILE_CASE_SENSITIVE_DIR
#define LX_FILE_CASE_SENSITIVE_DIR 0x10
#endif
#ifndef LX_FILE_METADATA_HAS_DEVICE_ID
#define LX_FILE_METADATA_HAS_DEVICE_ID 0x8
#endif
#ifndef LX_FILE_METADATA_HAS_GID
#define LX_FILE_METADATA_HAS_GID 0x2
#endif
#ifndef LX_FILE_METADATA_HAS_MODE
#define LX_FILE_METADATA_HAS_MODE 0x4
#endif
#ifndef LX_FILE_METADATA_HAS_UID
#define LX_FILE_METADATA_HAS_UID 0x1
#endif
#ifndef MAILSLOT_CLASS_FIRSTCLASS
#define MAILSLOT_CLASS_FIRSTCLASS 0x1
#endif
#ifndef MAILSLOT_CLASS_SECONDCLASS
#define MAILSLOT_CLASS_SECONDCLASS 0x2
#endif
#ifndef MAILSLOT_SIZE_AUTO
#define MAILSLOT_SIZE_AUTO 0x0
#endif
#ifndef MAP_DISABLE_PAGEFAULT_CLUSTERING
#define MAP_DISABLE_PAGEFAULT_CLUSTERING 0x100
#endif
#ifndef MAP_HIGH_PRIORITY
#define MAP_HIGH_PRIORITY 0x40
#endif
#ifndef MAP_NO_READ
#define MAP_NO_READ 0x10
#endif
#ifndef MAP_WAIT
#define MAP_WAIT 0x1
#endif
#ifndef MARK_HANDLE_CLOUD_SYNC
#define MARK_HANDLE_CLOUD_SYNC 0x800
#endif
#ifndef MARK_HANDLE_DISABLE_FILE_METADATA_OPTIMIZATION
#define MARK_HANDLE_DISABLE_FILE_METADATA_OPTIMIZATION 0x1000
#endif
#ifndef MARK_HANDLE_ENABLE_CPU_CACHE
#define MARK_HANDLE_ENABLE_CPU_CACHE 0x10000000
#endif
#ifndef MARK_HANDLE_ENABLE_USN_SOURCE_ON_PAGING_IO
#define MARK_HANDLE_ENABLE_USN_SOURCE_ON_PAGING_IO 0x2000
#endif
#ifndef MARK_HANDLE_FILTER_METADATA
#define MARK_HANDLE_FILTER_METADATA 0x200
#endif
#ifndef MARK_HANDLE_NOT_READ_COPY
#define MARK_HANDLE_NOT_READ_COPY 0x100
#endif
#ifndef MARK_HANDLE_NOT_REALTIME
#define MARK_HANDLE_NOT_REALTIME 0x40
#endif
#ifndef MARK_HANDLE_NOT_TXF_SYSTEM_LOG
#define MARK_HANDLE_NOT_TXF_SYSTEM_LOG 0x8
#endif
#ifndef MARK_HANDLE_PROTECT_CLUSTERS
#define MARK_HANDLE_PROTECT_CLUSTERS 0x1
#endif
#ifndef MARK_HANDLE_READ_COPY
#define MARK_HANDLE_READ_COPY 0x80
#endif
#ifndef MARK_HANDLE_REALTIME
#define MARK_HANDLE_REALTIME 0x20
#endif
#ifndef MARK_HANDLE_RETURN_PURGE_FAILURE
#define MARK_HANDLE_RETURN_PURGE_FAILURE 0x400
#endif
#ifndef MARK_HANDLE_SKIP_COHERENCY_SYNC_DISALLOW_WRITES
#define MARK_HANDLE_SKIP_COHERENCY_SYNC_DISALLOW_WRITES 0x4000
#endif
#ifndef MARK_HANDLE_SUPPRESS_VOLUME_OPEN_FLUSH
#define MARK_HANDLE_SUPPRESS_VOLUME_OPEN_FLUSH 0x8000
#endif
#ifndef MARK_HANDLE_TXF_SYSTEM_LOG
#define MARK_HANDLE_TXF_SYSTEM_LOG 0x4
#endif
#ifndef MAX_ACL_REVISION
#define MAX_ACL_REVISION 0x4
#endif
#ifndef MAX_COLORTABLE
#define MAX_COLORTABLE 0x100
#endif
#ifndef MAX_DEVICE_ID_LENGTH
#define MAX_DEVICE_ID_LENGTH 0x100
#endif
#ifndef MAX_ETW_BUFFER_SIZE
#define MAX_ETW_BUFFER_SIZE 0x4000
#endif
#ifndef MAX_ETW_BUFFER_SIZE_WIN7
#define MAX_ETW_BUFFER_SIZE_WIN7 0x400
#endif
#ifndef MAX_ETW_EVENT_SIZE
#define MAX_ETW_EVENT_SIZE 0xFFFF
#endif
#ifndef MAX_EVENT_COUNTERS
#define MAX_EVENT_COUNTERS 0x1F
#endif
#ifndef MAX_FOREST_TRUST_BINARY_DATA_SIZE
#define MAX_FOREST_TRUST_BINARY_DATA_SIZE 0x00020000
#endif
#ifndef MAX_HW_COUNTERS
#define MAX_HW_COUNTERS 0x10
#endif
#ifndef MAX_KERNEL_TRACE_EVENTS
#define MAX_KERNEL_TRACE_EVENTS 0x1F
#endif
#ifndef MAX_LOCAL_ACCESSRIGHT_ASSIGNMENTS
#define MAX_LOCAL_ACCESSRIGHT_ASSIGNMENTS 0x00020000
#endif
#ifndef MAX_NATURAL_ALIGNMENT
#define MAX_NATURAL_ALIGNMENT 0x8
#endif
#ifndef MAX_RECORDS_IN_FOREST_TRUST_INFO
#define MAX_RECORDS_IN_FOREST_TRUST_INFO 0xFA0
#endif
#ifndef MAX_UCSCHAR
#define MAX_UCSCHAR 0x0010FFFF
#endif
#ifndef MAX_UNICODE_GUID_STRING_LENGTH
#define MAX_UNICODE_GUID_STRING_LENGTH 0x26
#endif
#ifndef MAX_UNICODE_STACK_BUFFER_LENGTH
#define MAX_UNICODE_STACK_BUFFER_LENGTH 0x100
#endif
#ifndef MAX_USER_RECORDS
#define MAX_USER_RECORDS 0x3E8
#endif
#ifndef MAX_VOLUME_ID_SIZE
#define MAX_VOLUME_ID_SIZE 0x24
#endif
#ifndef MAX_VOLUME_TEMPLATE_SIZE
#define MAX_VOLUME_TEMPLATE_SIZE 0x28
#endif
#ifndef MAX_WOW64_SHARED_ENTRIES
#define MAX_WOW64_SHARED_ENTRIES 0x10
#endif
#ifndef MAXIMUM_CAPES_PER_CAP
#define MAXIMUM_CAPES_PER_CAP 0x7F
#endif
#ifndef MAXIMUM_DEBUG_BARS
#define MAXIMUM_DEBUG_BARS 0x6
#endif
#ifndef MAXIMUM_ENCRYPTION_VALUE
#define MAXIMUM_ENCRYPTION_VALUE 0x4
#endif
#ifndef MAXIMUM_EXPANSION_SIZE
#define MAXIMUM_EXPANSION_SIZE 0x00011800
#endif
#ifndef MAXIMUM_FILENAME_LENGTH
#define MAXIMUM_FILENAME_LENGTH 0x100
#endif
#ifndef MAXIMUM_LEADBYTES
#define MAXIMUM_LEADBYTES 0xC
#endif
#ifndef MAXIMUM_NODE_COUNT
#define MAXIMUM_NODE_COUNT 0x40
#endif
#ifndef MAXIMUM_PRIORITY
#define MAXIMUM_PRIORITY 0x20
#endif
#ifndef MAXIMUM_PROCESSORS
#define MAXIMUM_PROCESSORS 0x40
#endif
#ifndef MAXIMUM_PROC_PER_GROUP
#define MAXIMUM_PROC_PER_GROUP 0x40
#endif
#ifndef MAXIMUM_REPARSE_DATA_BUFFER_SIZE
#define MAXIMUM_REPARSE_DATA_BUFFER_SIZE 0x4000
#endif
#ifndef MAXIMUM_SUPPORTED_EXTENSION
#define MAXIMUM_SUPPORTED_EXTENSION 0x200
#endif
#ifndef MAXIMUM_SUSPEND_COUNT
#define MAXIMUM_SUSPEND_COUNT 0x7F
#endif
#ifndef MAXIMUM_VOLUME_LABEL_LENGTH
#define MAXIMUM_VOLUME_LABEL_LENGTH 0x40
#endif
#ifndef MAXIMUM_WAIT_OBJECTS
#define MAXIMUM_WAIT_OBJECTS 0x40
#endif
#ifndef MAXIMUM_XSTATE_FEATURES
#define MAXIMUM_XSTATE_FEATURES 0x40
#endif
#ifndef MCA_BUS_ERROR
#define MCA_BUS_ERROR ((LONG)0xC005007A)
#endif
#ifndef MCA_BUS_TIMEOUT_ERROR
#define MCA_BUS_TIMEOUT_ERROR ((LONG)0xC005007B)
#endif
#ifndef MCA_ERROR_CACHE
#define MCA_ERROR_CACHE ((LONG)0xC005003D)
#endif
#ifndef MCA_ERROR_CPU
#define MCA_ERROR_CPU ((LONG)0xC0050072)
#endif
#ifndef MCA_ERROR_CPU_BUS
#define MCA_ERROR_CPU_BUS ((LONG)0xC0050041)
#endif
#ifndef MCA_ERROR_MAS
#define MCA_ERROR_MAS ((LONG)0xC0050045)
#endif
#ifndef MCA_ERROR_MEM_1_2
#define MCA_ERROR_MEM_1_2 ((LONG)0xC0050049)
#endif
#ifndef MCA_ERROR_MEM_1_2_5
#define MCA_ERROR_MEM_1_2_5 ((LONG)0xC005004B)
#endif
#ifndef MCA_ERROR_MEM_1_2_5_4
#define MCA_ERROR_MEM_1_2_5_4 ((LONG)0xC005004D)
#endif
#ifndef MCA_ERROR_MEM_UNKNOWN
#define MCA_ERROR_MEM_UNKNOWN ((LONG)0xC0050047)
#endif
#ifndef MCA_ERROR_PCI_BUS_MASTER_ABORT
#define MCA_ERROR_PCI_BUS_MASTER_ABORT ((LONG)0xC0050059)
#endif
#ifndef MCA_ERROR_PCI_BUS_MASTER_ABORT_NO_INFO
#define MCA_ERROR_PCI_BUS_MASTER_ABORT_NO_INFO ((LONG)0xC005005B)
#endif
#ifndef MCA_ERROR_PCI_BUS_PARITY
#define MCA_ERROR_PCI_BUS_PARITY ((LONG)0xC0050051)
#endif
#ifndef MCA_ERROR_PCI_BUS_PARITY_NO_INFO
#define MCA_ERROR_PCI_BUS_PARITY_NO_INFO ((LONG)0xC0050053)
#endif
#ifndef MCA_ERROR_PCI_BUS_SERR
#define MCA_ERROR_PCI_BUS_SERR ((LONG)0xC0050055)
#endif
#ifndef MCA_ERROR_PCI_BUS_SERR_NO_INFO
#define MCA_ERROR_PCI_BUS_SERR_NO_INFO ((LONG)0xC0050057)
#endif
#ifndef MCA_ERROR_PCI_BUS_TIMEOUT
#define MCA_ERROR_PCI_BUS_TIMEOUT ((LONG)0xC005005D)
#endif
#ifndef MCA_ERROR_PCI_BUS_TIMEOUT_NO_INFO
#define MCA_ERROR_PCI_BUS_TIMEOUT_NO_INFO ((LONG)0xC005005F)
#endif
#ifndef MCA_ERROR_PCI_BUS_UNKNOWN
#define MCA_ERROR_PCI_BUS_UNKNOWN ((LONG)0xC0050061)
#endif
#ifndef MCA_ERROR_PCI_DEVICE
#define MCA_ERROR_PCI_DEVICE ((LONG)0xC0050063)
#endif
#ifndef MCA_ERROR_PLATFORM_SPECIFIC
#define MCA_ERROR_PLATFORM_SPECIFIC ((LONG)0xC0050067)
#endif
#ifndef MCA_ERROR_REGISTER_FILE
#define MCA_ERROR_REGISTER_FILE ((LONG)0xC0050043)
#endif
#ifndef MCA_ERROR_SMBIOS
#define MCA_ERROR_SMBIOS ((LONG)0xC0050065)
#endif
#ifndef MCA_ERROR_SYSTEM_EVENT
#define MCA_ERROR_SYSTEM_EVENT ((LONG)0xC005004F)
#endif
#ifndef MCA_ERROR_TLB
#define MCA_ERROR_TLB ((LONG)0xC005003F)
#endif
#ifndef MCA_ERROR_UNKNOWN
#define MCA_ERROR_UNKNOWN ((LONG)0xC0050069)
#endif
#ifndef MCA_ERROR_UNKNOWN_NO_CPU
#define MCA_ERROR_UNKNOWN_NO_CPU ((LONG)0xC005006B)
#endif
#ifndef MCA_EXTERNAL_ERROR
#define MCA_EXTERNAL_ERROR ((LONG)0xC005007F)
#endif
#ifndef MCA_EXTREG_V2MAX
#define MCA_EXTREG_V2MAX 0x18
#endif
#ifndef MCA_FRC_ERROR
#define MCA_FRC_ERROR ((LONG)0xC0050080)
#endif
#ifndef MCA_INFO_CPU_THERMAL_THROTTLING_REMOVED
#define MCA_INFO_CPU_THERMAL_THROTTLING_REMOVED 0x40050070
#endif
#ifndef MCA_INFO_MEMORY_PAGE_MARKED_BAD
#define MCA_INFO_MEMORY_PAGE_MARKED_BAD 0x40050074
#endif
#ifndef MCA_INFO_NO_MORE_CORRECTED_ERROR_LOGS
#define MCA_INFO_NO_MORE_CORRECTED_ERROR_LOGS 0x40050073
#endif
#ifndef MCA_INTERNALTIMER_ERROR
#define MCA_INTERNALTIMER_ERROR ((LONG)0xC005007C)
#endif
#ifndef MCA_MEMORYHIERARCHY_ERROR
#define MCA_MEMORYHIERARCHY_ERROR ((LONG)0xC0050078)
#endif
#ifndef MCA_MICROCODE_ROM_PARITY_ERROR
#define MCA_MICROCODE_ROM_PARITY_ERROR ((LONG)0xC005007E)
#endif
#ifndef MCA_TLB_ERROR
#define MCA_TLB_ERROR ((LONG)0xC0050079)
#endif
#ifndef MCA_WARNING_CACHE
#define MCA_WARNING_CACHE ((LONG)0x8005003C)
#endif
#ifndef MCA_WARNING_CMC_THRESHOLD_EXCEEDED
#define MCA_WARNING_CMC_THRESHOLD_EXCEEDED ((LONG)0x8005006D)
#endif
#ifndef MCA_WARNING_CPE_THRESHOLD_EXCEEDED
#define MCA_WARNING_CPE_THRESHOLD_EXCEEDED ((LONG)0x8005006E)
#endif
#ifndef MCA_WARNING_CPU
#define MCA_WARNING_CPU ((LONG)0x80050071)
#endif
#ifndef MCA_WARNING_CPU_BUS
#define MCA_WARNING_CPU_BUS ((LONG)0x80050040)
#endif
#ifndef MCA_WARNING_CPU_THERMAL_THROTTLED
#define MCA_WARNING_CPU_THERMAL_THROTTLED ((LONG)0x8005006F)
#endif
#ifndef MCA_WARNING_MAS
#define MCA_WARNING_MAS ((LONG)0x80050044)
#endif
#ifndef MCA_WARNING_MEM_1_2
#define MCA_WARNING_MEM_1_2 ((LONG)0x80050048)
#endif
#ifndef MCA_WARNING_MEM_1_2_5
#define MCA_WARNING_MEM_1_2_5 ((LONG)0x8005004A)
#endif
#ifndef MCA_WARNING_MEM_1_2_5_4
#define MCA_WARNING_MEM_1_2_5_4 ((LONG)0x8005004C)
#endif
#ifndef MCA_WARNING_MEM_UNKNOWN
#define MCA_WARNING_MEM_UNKNOWN ((LONG)0x80050046)
#endif
#ifndef MCA_WARNING_PCI_BUS_MASTER_ABORT
#define MCA_WARNING_PCI_BUS_MASTER_ABORT ((LONG)0x80050058)
#endif
#ifndef MCA_WARNING_PCI_BUS_MASTER_ABORT_NO_INFO
#define MCA_WARNING_PCI_BUS_MASTER_ABORT_NO_INFO ((LONG)0x8005005A)
#endif
#ifndef MCA_WARNING_PCI_BUS_PARITY
#define MCA_WARNING_PCI_BUS_PARITY ((LONG)0x80050050)
#endif
#ifndef MCA_WARNING_PCI_BUS_PARITY_NO_INFO
#define MCA_WARNING_PCI_BUS_PARITY_NO_INFO ((LONG)0x80050052)
#endif
#ifndef MCA_WARNING_PCI_BUS_SERR
#define MCA_WARNING_PCI_BUS_SERR ((LONG)0x80050054)
#endif
#ifndef MCA_WARNING_PCI_BUS_SERR_NO_INFO
#define MCA_WARNING_PCI_BUS_SERR_NO_INFO ((LONG)0x80050056)
#endif
#ifndef MCA_WARNING_PCI_BUS_TIMEOUT
#define MCA_WARNING_PCI_BUS_TIMEOUT ((LONG)0x8005005C)
#endif
#ifndef MCA_WARNING_PCI_BUS_TIMEOUT_NO_INFO
#define MCA_WARNING_PCI_BUS_TIMEOUT_NO_INFO ((LONG)0x8005005E)
#endif
#ifndef MCA_WARNING_PCI_BUS_UNKNOWN
#define MCA_WARNING_PCI_BUS_UNKNOWN ((LONG)0x80050060)
#endif
#ifndef MCA_WARNING_PCI_DEVICE
#define MCA_WARNING_PCI_DEVICE ((LONG)0x80050062)
#endif
#ifndef MCA_WARNING_PLATFORM_SPECIFIC
#define MCA_WARNING_PLATFORM_SPECIFIC ((LONG)0x80050066)
#endif
#ifndef MCA_WARNING_REGISTER_FILE
#define MCA_WARNING_REGISTER_FILE ((LONG)0x80050042)
#endif
#ifndef MCA_WARNING_SMBIOS
#define MCA_WARNING_SMBIOS ((LONG)0x80050064)
#endif
#ifndef MCA_WARNING_SYSTEM_EVENT
#define MCA_WARNING_SYSTEM_EVENT ((LONG)0x8005004E)
#endif
#ifndef MCA_WARNING_TLB
#define MCA_WARNING_TLB ((LONG)0x8005003E)
#endif
#ifndef MCA_WARNING_UNKNOWN
#define MCA_WARNING_UNKNOWN ((LONG)0x80050068)
#endif
#ifndef MCA_WARNING_UNKNOWN_NO_CPU
#define MCA_WARNING_UNKNOWN_NO_CPU ((LONG)0x8005006A)
#endif
#ifndef MCB_FLAG_RAISE_ON_ALLOCATION_FAILURE
#define MCB_FLAG_RAISE_ON_ALLOCATION_FAILURE 0x1
#endif
#ifndef MDL_ALLOCATED_FIXED_SIZE
#define MDL_ALLOCATED_FIXED_SIZE 0x8
#endif
#ifndef MDL_ALLOCATED_MUST_SUCCEED
#define MDL_ALLOCATED_MUST_SUCCEED 0x4000
#endif
#ifndef MDL_DESCRIBES_AWE
#define MDL_DESCRIBES_AWE 0x400
#endif
#ifndef MDL_FREE_EXTRA_PTES
#define MDL_FREE_EXTRA_PTES 0x200
#endif
#ifndef MDL_INTERNAL
#define MDL_INTERNAL 0x8000
#endif
#ifndef MDL_IO_PAGE_READ
#define MDL_IO_PAGE_READ 0x40
#endif
#ifndef MDL_IO_SPACE
#define MDL_IO_SPACE 0x800
#endif
#ifndef MDL_LOCKED_PAGE_TABLES
#define MDL_LOCKED_PAGE_TABLES 0x100
#endif
#ifndef MDL_MAPPED_TO_SYSTEM_VA
#define MDL_MAPPED_TO_SYSTEM_VA 0x1
#endif
#ifndef MDL_MAPPING_CAN_FAIL
#define MDL_MAPPING_CAN_FAIL 0x2000
#endif
#ifndef MDL_NETWORK_HEADER
#define MDL_NETWORK_HEADER 0x1000
#endif
#ifndef MDL_PAGES_LOCKED
#define MDL_PAGES_LOCKED 0x2
#endif
#ifndef MDL_PAGE_CONTENTS_INVARIANT
#define MDL_PAGE_CONTENTS_INVARIANT 0x4000
#endif
#ifndef MDL_PARENT_MAPPED_SYSTEM_VA
#define MDL_PARENT_MAPPED_SYSTEM_VA 0x100
#endif
#ifndef MDL_PARTIAL
#define MDL_PARTIAL 0x10
#endif
#ifndef MDL_PARTIAL_HAS_BEEN_MAPPED
#define MDL_PARTIAL_HAS_BEEN_MAPPED 0x20
#endif
#ifndef MDL_SOURCE_IS_NONPAGED_POOL
#define MDL_SOURCE_IS_NONPAGED_POOL 0x4
#endif
#ifndef MDL_WRITE_OPERATION
#define MDL_WRITE_OPERATION 0x80
#endif
#ifndef MEM_4MB_PAGES
#define MEM_4MB_PAGES 0x80000000
#endif
#ifndef MEM_64K_PAGES
#define MEM_64K_PAGES 0x20400000
#endif
#ifndef MEM_COALESCE_PLACEHOLDERS
#define MEM_COALESCE_PLACEHOLDERS 0x1
#endif
#ifndef MEM_COMMIT
#define MEM_COMMIT 0x1000
#endif
#ifndef MEM_DECOMMIT
#define MEM_DECOMMIT 0x4000
#endif
#ifndef MEM_DIFFERENT_IMAGE_BASE_OK
#define MEM_DIFFERENT_IMAGE_BASE_OK 0x00800000
#endif
#ifndef MEM_DOS_LIM
#define MEM_DOS_LIM 0x40000000
#endif
#ifndef MEM_EXECUTE_OPTION_DISABLE
#define MEM_EXECUTE_OPTION_DISABLE 0x1
#endif
#ifndef MEM_EXECUTE_OPTION_DISABLE_EXCEPTION_CHAIN_VALIDATION
#define MEM_EXECUTE_OPTION_DISABLE_EXCEPTION_CHAIN_VALIDATION 0x40
#endif
#ifndef MEM_EXECUTE_OPTION_DISABLE_THUNK_EMULATION
#define MEM_EXECUTE_OPTION_DISABLE_THUNK_EMULATION 0x4
#endif
#ifndef MEM_EXECUTE_OPTION_ENABLE
#define MEM_EXECUTE_OPTION_ENABLE 0x2
#endif
#ifndef MEM_EXECUTE_OPTION_EXECUTE_DISPATCH_ENABLE
#define MEM_EXECUTE_OPTION_EXECUTE_DISPATCH_ENABLE 0x10
#endif
#ifndef MEM_EXECUTE_OPTION_IMAGE_DISPATCH_ENABLE
#define MEM_EXECUTE_OPTION_IMAGE_DISPATCH_ENABLE 0x20
#endif
#ifndef MEM_EXECUTE_OPTION_PERMANENT
#define MEM_EXECUTE_OPTION_PERMANENT 0x8
#endif
#ifndef MEM_EXECUTE_OPTION_VALID_FLAGS
#define MEM_EXECUTE_OPTION_VALID_FLAGS 0x7F
#endif
#ifndef MEM_EXTENDED_PARAMETER_EC_CODE
#define MEM_EXTENDED_PARAMETER_EC_CODE 0x40
#endif
#ifndef MEM_EXTENDED_PARAMETER_GRAPHICS
#define MEM_EXTENDED_PARAMETER_GRAPHICS 0x1
#endif
#ifndef MEM_EXTENDED_PARAMETER_IMAGE_NO_HPAT
#define MEM_EXTENDED_PARAMETER_IMAGE_NO_HPAT 0x80
#endif
#ifndef MEM_EXTENDED_PARAMETER_NONPAGED
#define MEM_EXTENDED_PARAMETER_NONPAGED 0x2
#endif
#ifndef MEM_EXTENDED_PARAMETER_NONPAGED_HUGE
#define MEM_EXTENDED_PARAMETER_NONPAGED_HUGE 0x10
#endif
#ifndef MEM_EXTENDED_PARAMETER_NONPAGED_LARGE
#define MEM_EXTENDED_PARAMETER_NONPAGED_LARGE 0x8
#endif
#ifndef MEM_EXTENDED_PARAMETER_NUMA_NODE_MANDATORY
#define MEM_EXTENDED_PARAMETER_NUMA_NODE_MANDATORY ((LONGLONG)0x8000000000000000ULL)
#endif
#ifndef MEM_EXTENDED_PARAMETER_SECURE_PAGES
#define MEM_EXTENDED_PARAMETER_SECURE_PAGES 0x80
#endif
#ifndef MEM_EXTENDED_PARAMETER_SOFT_FAULT_PAGES
#define MEM_EXTENDED_PARAMETER_SOFT_FAULT_PAGES 0x20
#endif
#ifndef MEM_EXTENDED_PARAMETER_TAGGED
#define MEM_EXTENDED_PARAMETER_TAGGED 0x100
#endif
#ifndef MEM_EXTENDED_PARAMETER_TYPE_BITS
#define MEM_EXTENDED_PARAMETER_TYPE_BITS 0x8
#endif
#ifndef MEM_EXTENDED_PARAMETER_ZERO_PAGES_OPTIONAL
#define MEM_EXTENDED_PARAMETER_ZERO_PAGES_OPTIONAL 0x4
#endif
#ifndef MEM_FREE
#define MEM_FREE 0x00010000
#endif
#ifndef MEM_IMAGE
#define MEM_IMAGE 0x01000000
#endif
#ifndef MEM_LARGE_PAGES
#define MEM_LARGE_PAGES 0x20000000
#endif
#ifndef MEM_MAPPED
#define MEM_MAPPED 0x00040000
#endif
#ifndef MEM_PHYSICAL
#define MEM_PHYSICAL 0x00400000
#endif
#ifndef MEM_PRESERVE_PLACEHOLDER
#define MEM_PRESERVE_PLACEHOLDER 0x2
#endif
#ifndef MEM_PRIVATE
#define MEM_PRIVATE 0x00020000
#endif
#ifndef MEM_RELEASE
#define MEM_RELEASE 0x8000
#endif
#ifndef MEM_REPLACE_PLACEHOLDER
#define MEM_REPLACE_PLACEHOLDER 0x4000
#endif
#ifndef MEM_RESERVE
#define MEM_RESERVE 0x2000
#endif
#ifndef MEM_RESERVE_PLACEHOLDER
#define MEM_RESERVE_PLACEHOLDER 0x00040000
#endif
#ifndef MEM_RESET
#define MEM_RESET 0x00080000
#endif
#ifndef MEM_RESET_UNDO
#define MEM_RESET_UNDO 0x01000000
#endif
#ifndef MEM_ROTATE
#define MEM_ROTATE 0x00800000
#endif
#ifndef MEM_TOP_DOWN
#define MEM_TOP_DOWN 0x00100000
#endif
#ifndef MEM_UNMAP_WITH_TRANSIENT_BOOST
#define MEM_UNMAP_WITH_TRANSIENT_BOOST 0x1
#endif
#ifndef MEM_WRITE_WATCH
#define MEM_WRITE_WATCH 0x00200000
#endif
#ifndef MEMORY_ALLOCATION_ALIGNMENT
#define MEMORY_ALLOCATION_ALIGNMENT 0x10
#endif
#ifndef MEMORY_PARTITION_MODIFY_ACCESS
#define MEMORY_PARTITION_MODIFY_ACCESS 0x2
#endif
#ifndef MEMORY_PARTITION_QUERY_ACCESS
#define MEMORY_PARTITION_QUERY_ACCESS 0x1
#endif
#ifndef MEMORY_PRIORITY_BELOW_NORMAL
#define MEMORY_PRIORITY_BELOW_NORMAL 0x4
#endif
#ifndef MEMORY_PRIORITY_LOW
#define MEMORY_PRIORITY_LOW 0x2
#endif
#ifndef MEMORY_PRIORITY_LOWEST
#define MEMORY_PRIORITY_LOWEST 0x0
#endif
#ifndef MEMORY_PRIORITY_MEDIUM
#define MEMORY_PRIORITY_MEDIUM 0x3
#endif
#ifndef MEMORY_PRIORITY_NORMAL
#define MEMORY_PRIORITY_NORMAL 0x5
#endif
#ifndef MEMORY_PRIORITY_VERY_LOW
#define MEMORY_PRIORITY_VERY_LOW 0x1
#endif
#ifndef METHOD_BUFFERED
#define METHOD_BUFFERED 0x0
#endif
#ifndef METHOD_DIRECT_FROM_HARDWARE
#define METHOD_DIRECT_FROM_HARDWARE 0x2
#endif
#ifndef METHOD_DIRECT_TO_HARDWARE
#define METHOD_DIRECT_TO_HARDWARE 0x1
#endif
#ifndef METHOD_IN_DIRECT
#define METHOD_IN_DIRECT 0x1
#endif
#ifndef METHOD_NEITHER
#define METHOD_NEITHER 0x3
#endif
#ifndef METHOD_OUT_DIRECT
#define METHOD_OUT_DIRECT 0x2
#endif
#ifndef MIN_ACL_REVISION
#define MIN_ACL_REVISION 0x2
#endif
#ifndef MIN_ETW_BUFFER_SIZE
#define MIN_ETW_BUFFER_SIZE 0x1
#endif
#ifndef MIN_UCSCHAR
#define MIN_UCSCHAR 0x0
#endif
#ifndef MINIMAL_XSTATE_AREA_LENGTH
#define MINIMAL_XSTATE_AREA_LENGTH 0x240
#endif
#ifndef MM_ADD_PHYSICAL_MEMORY_ALREADY_ZEROED
#define MM_ADD_PHYSICAL_MEMORY_ALREADY_ZEROED 0x1
#endif
#ifndef MM_ADD_PHYSICAL_MEMORY_HUGE_PAGES_ONLY
#define MM_ADD_PHYSICAL_MEMORY_HUGE_PAGES_ONLY 0x4
#endif
#ifndef MM_ADD_PHYSICAL_MEMORY_LARGE_PAGES_ONLY
#define MM_ADD_PHYSICAL_MEMORY_LARGE_PAGES_ONLY 0x2
#endif
#ifndef MM_ALLOCATE_AND_HOT_REMOVE
#define MM_ALLOCATE_AND_HOT_REMOVE 0x100
#endif
#ifndef MM_ALLOCATE_CONTIGUOUS_MEMORY_FAST_ONLY
#define MM_ALLOCATE_CONTIGUOUS_MEMORY_FAST_ONLY 0x1
#endif
#ifndef MM_ALLOCATE_FAST_LARGE_PAGES
#define MM_ALLOCATE_FAST_LARGE_PAGES 0x40
#endif
#ifndef MM_ALLOCATE_FROM_LOCAL_NODE_ONLY
#define MM_ALLOCATE_FROM_LOCAL_NODE_ONLY 0x2
#endif
#ifndef MM_ALLOCATE_FULLY_REQUIRED
#define MM_ALLOCATE_FULLY_REQUIRED 0x4
#endif
#ifndef MM_ALLOCATE_NO_WAIT
#define MM_ALLOCATE_NO_WAIT 0x8
#endif
#ifndef MM_ALLOCATE_PREFER_CONTIGUOUS
#define MM_ALLOCATE_PREFER_CONTIGUOUS 0x10
#endif
#ifndef MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS
#define MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS 0x20
#endif
#ifndef MM_ALLOCATE_TRIM_IF_NECESSARY
#define MM_ALLOCATE_TRIM_IF_NECESSARY 0x80
#endif
#ifndef MM_ANY_NODE_OK
#define MM_ANY_NODE_OK 0x80000000
#endif
#ifndef MM_COPY_MEMORY_PHYSICAL
#define MM_COPY_MEMORY_PHYSICAL 0x1
#endif
#ifndef MM_COPY_MEMORY_VIRTUAL
#define MM_COPY_MEMORY_VIRTUAL 0x2
#endif
#ifndef MM_DONT_ZERO_ALLOCATION
#define MM_DONT_ZERO_ALLOCATION 0x1
#endif
#ifndef MM_DUMP_MAP_CACHED
#define MM_DUMP_MAP_CACHED 0x1
#endif
#ifndef MM_DUMP_MAP_INVALIDATE
#define MM_DUMP_MAP_INVALIDATE 0x2
#endif
#ifndef MM_FORCE_CLOSED_DATA
#define MM_FORCE_CLOSED_DATA 0x1
#endif
#ifndef MM_FORCE_CLOSED_IMAGE
#define MM_FORCE_CLOSED_IMAGE 0x2
#endif
#ifndef MM_FORCE_CLOSED_LATER_OK
#define MM_FORCE_CLOSED_LATER_OK 0x4
#endif
#ifndef MM_FREE_MDL_PAGES_ZERO
#define MM_FREE_MDL_PAGES_ZERO 0x1
#endif
#ifndef MM_GET_CACHE_ATTRIBUTE_IO_SPACE
#define MM_GET_CACHE_ATTRIBUTE_IO_SPACE 0x1
#endif
#ifndef MM_GET_PHYSICAL_MEMORY_RANGES_INCLUDE_ALL_PARTITIONS
#define MM_GET_PHYSICAL_MEMORY_RANGES_INCLUDE_ALL_PARTITIONS 0x2
#endif
#ifndef MM_GET_PHYSICAL_MEMORY_RANGES_INCLUDE_FILE_ONLY
#define MM_GET_PHYSICAL_MEMORY_RANGES_INCLUDE_FILE_ONLY 0x1
#endif
#ifndef MM_IS_FILE_SECTION_ACTIVE_DATA
#define MM_IS_FILE_SECTION_ACTIVE_DATA 0x2
#endif
#ifndef MM_IS_FILE_SECTION_ACTIVE_IMAGE
#define MM_IS_FILE_SECTION_ACTIVE_IMAGE 0x1
#endif
#ifndef MM_IS_FILE_SECTION_ACTIVE_USER
#define MM_IS_FILE_SECTION_ACTIVE_USER 0x4
#endif
#ifndef MM_LOWEST_SYSTEM_ADDRESS
#define MM_LOWEST_SYSTEM_ADDRESS ((LONGLONG)0xFFFF080000000000ULL)
#endif
#ifndef MM_LOWEST_USER_ADDRESS
#define MM_LOWEST_USER_ADDRESS 0x00010000
#endif
#ifndef MM_MAPPING_ADDRESS_DIVISIBLE
#define MM_MAPPING_ADDRESS_DIVISIBLE 0x1
#endif
#ifndef MM_MAXIMUM_DISK_IO_SIZE
#define MM_MAXIMUM_DISK_IO_SIZE 0x00010000
#endif
#ifndef MM_PERMANENT_ADDRESS_IS_IO_SPACE
#define MM_PERMANENT_ADDRESS_IS_IO_SPACE 0x1
#endif
#ifndef MM_PREFETCH_FLAGS_MASK
#define MM_PREFETCH_FLAGS_MASK 0x3F
#endif
#ifndef MM_PROTECT_DRIVER_SECTION_ALLOW_UNLOAD
#define MM_PROTECT_DRIVER_SECTION_ALLOW_UNLOAD 0x1
#endif
#ifndef MM_PROTECT_DRIVER_SECTION_VALID_FLAGS
#define MM_PROTECT_DRIVER_SECTION_VALID_FLAGS 0x1
#endif
#ifndef MM_REMOVE_PHYSICAL_MEMORY_BAD_ONLY
#define MM_REMOVE_PHYSICAL_MEMORY_BAD_ONLY 0x1
#endif
#ifndef MM_SECURE_EXCLUSIVE
#define MM_SECURE_EXCLUSIVE 0x1
#endif
#ifndef MM_SECURE_NO_CHANGE
#define MM_SECURE_NO_CHANGE 0x2
#endif
#ifndef MM_SECURE_NO_INHERIT
#define MM_SECURE_NO_INHERIT 0x8
#endif
#ifndef MM_SECURE_USER_MODE_ONLY
#define MM_SECURE_USER_MODE_ONLY 0x4
#endif
#ifndef MM_SYSTEM_SPACE_END
#define MM_SYSTEM_SPACE_END 0xFFFFFFFF
#endif
#ifndef MM_SYSTEM_VIEW_EXCEPTIONS_FOR_INPAGE_ERRORS
#define MM_SYSTEM_VIEW_EXCEPTIONS_FOR_INPAGE_ERRORS 0x1
#endif
#ifndef MUTANT_ALL_ACCESS
#define MUTANT_ALL_ACCESS 0x001F0001
#endif
#ifndef MUTANT_QUERY_STATE
#define MUTANT_QUERY_STATE 0x1
#endif
#ifndef MsV1_0CacheLookupEx
#define MsV1_0CacheLookupEx 0x11
#endif
#ifndef MsV1_0DecryptDpapiMasterKey
#define MsV1_0DecryptDpapiMasterKey 0x14
#endif
#ifndef MsV1_0DeleteTbalSecrets
#define MsV1_0DeleteTbalSecrets 0x18
#endif
#ifndef MsV1_0GetCredentialKey
#define MsV1_0GetCredentialKey 0x12
#endif
#ifndef MsV1_0GetStrongCredentialKey
#define MsV1_0GetStrongCredentialKey 0x15
#endif
#ifndef MsV1_0LookupToken
#define MsV1_0LookupToken 0xF
#endif
#ifndef MsV1_0LuidLogon
#define MsV1_0LuidLogon 0x54
#endif
#ifndef MsV1_0NoElevationLogon
#define MsV1_0NoElevationLogon 0x53
#endif
#ifndef MsV1_0ProvisionTbal
#define MsV1_0ProvisionTbal 0x17
#endif
#ifndef MsV1_0SetThreadOption
#define MsV1_0SetThreadOption 0x13
#endif
#ifndef MsV1_0TransferCred
#define MsV1_0TransferCred 0x16
#endif
#ifndef MsV1_0ValidateAuth
#define MsV1_0ValidateAuth 0x10
#endif
#ifndef NETWORK_APP_INSTANCE_CSV_FLAGS_VALID_ONLY_IF_CSV_COORDINATOR
#define NETWORK_APP_INSTANCE_CSV_FLAGS_VALID_ONLY_IF_CSV_COORDINATOR 0x1
#endif
#ifndef NETWORK_OPEN_ECP_IN_FLAG_DISABLE_HANDLE_COLLAPSING
#define NETWORK_OPEN_ECP_IN_FLAG_DISABLE_HANDLE_COLLAPSING 0x1
#endif
#ifndef NETWORK_OPEN_ECP_IN_FLAG_DISABLE_HANDLE_DURABILITY
#define NETWORK_OPEN_ECP_IN_FLAG_DISABLE_HANDLE_DURABILITY 0x2
#endif
#ifndef NETWORK_OPEN_ECP_IN_FLAG_DISABLE_OPLOCKS
#define NETWORK_OPEN_ECP_IN_FLAG_DISABLE_OPLOCKS 0x4
#endif
#ifndef NETWORK_OPEN_ECP_IN_FLAG_FORCE_BUFFERED_SYNCHRONOUS_IO_HACK
#define NETWORK_OPEN_ECP_IN_FLAG_FORCE_BUFFERED_SYNCHRONOUS_IO_HACK 0x80000000
#endif
#ifndef NETWORK_OPEN_ECP_IN_FLAG_FORCE_MAX_EOF_HACK
#define NETWORK_OPEN_ECP_IN_FLAG_FORCE_MAX_EOF_HACK 0x40000000
#endif
#ifndef NETWORK_OPEN_ECP_IN_FLAG_REQ_MUTUAL_AUTH
#define NETWORK_OPEN_ECP_IN_FLAG_REQ_MUTUAL_AUTH 0x8
#endif
#ifndef NETWORK_OPEN_ECP_OUT_FLAG_RET_MUTUAL_AUTH
#define NETWORK_OPEN_ECP_OUT_FLAG_RET_MUTUAL_AUTH 0x8
#endif
#ifndef NLS_VALID_LOCALE_MASK
#define NLS_VALID_LOCALE_MASK 0x000FFFFF
#endif
#ifndef NO_8DOT3_NAME_PRESENT
#define NO_8DOT3_NAME_PRESENT 0x1
#endif
#ifndef NO_LONG_NAMES
#define NO_LONG_NAMES 0x2
#endif
#ifndef NO_PROPAGATE_INHERIT_ACE
#define NO_PROPAGATE_INHERIT_ACE 0x4
#endif
#ifndef NPEM_CONTROL_INTERFACE_CURRENT_VERSION
#define NPEM_CONTROL_INTERFACE_CURRENT_VERSION 0x2
#endif
#ifndef NPEM_CONTROL_INTERFACE_VERSION1
#define NPEM_CONTROL_INTERFACE_VERSION1 0x1
#endif
#ifndef NPEM_CONTROL_INTERFACE_VERSION2
#define NPEM_CONTROL_INTERFACE_VERSION2 0x2
#endif
#ifndef NT_PAGING_LEVELS
#define NT_PAGING_LEVELS 0x2
#endif
#ifndef NULL_CONTEXT
#define NULL_CONTEXT 0x0
#endif
#ifndef NX_SUPPORT_POLICY_ALWAYSOFF
#define NX_SUPPORT_POLICY_ALWAYSOFF 0x0
#endif
#ifndef NX_SUPPORT_POLICY_ALWAYSON
#define NX_SUPPORT_POLICY_ALWAYSON 0x1
#endif
#ifndef NX_SUPPORT_POLICY_OPTIN
#define NX_SUPPORT_POLICY_OPTIN 0x2
#endif
#ifndef NX_SUPPORT_POLICY_OPTOUT
#define NX_SUPPORT_POLICY_OPTOUT 0x3
#endif
#ifndef OB_FLT_REGISTRATION_VERSION
#define OB_FLT_REGISTRATION_VERSION 0x100
#endif
#ifndef OB_FLT_REGISTRATION_VERSION_0100
#define OB_FLT_REGISTRATION_VERSION_0100 0x100
#endif
#ifndef OB_OPERATION_HANDLE_CREATE
#define OB_OPERATION_HANDLE_CREATE 0x1
#endif
#ifndef OB_OPERATION_HANDLE_DUPLICATE
#define OB_OPERATION_HANDLE_DUPLICATE 0x2
#endif
#ifndef OB_TYPE_ADAPTER
#define OB_TYPE_ADAPTER 0x12
#endif
#ifndef OB_TYPE_CONTROLLER
#define OB_TYPE_CONTROLLER 0x13
#endif
#ifndef OB_TYPE_DESKTOP
#define OB_TYPE_DESKTOP 0xE
#endif
#ifndef OB_TYPE_DEVICE
#define OB_TYPE_DEVICE 0x14
#endif
#ifndef OB_TYPE_DIRECTORY
#define OB_TYPE_DIRECTORY 0x2
#endif
#ifndef OB_TYPE_DRIVER
#define OB_TYPE_DRIVER 0x15
#endif
#ifndef OB_TYPE_EVENT
#define OB_TYPE_EVENT 0x7
#endif
#ifndef OB_TYPE_EVENT_PAIR
#define OB_TYPE_EVENT_PAIR 0x8
#endif
#ifndef OB_TYPE_FILE
#define OB_TYPE_FILE 0x17
#endif
#ifndef OB_TYPE_IO_COMPLETION
#define OB_TYPE_IO_COMPLETION 0x16
#endif
#ifndef OB_TYPE_KEY
#define OB_TYPE_KEY 0x10
#endif
#ifndef OB_TYPE_MUTANT
#define OB_TYPE_MUTANT 0x9
#endif
#ifndef OB_TYPE_PORT
#define OB_TYPE_PORT 0x11
#endif
#ifndef OB_TYPE_PROCESS
#define OB_TYPE_PROCESS 0x5
#endif
#ifndef OB_TYPE_PROFILE
#define OB_TYPE_PROFILE 0xC
#endif
#ifndef OB_TYPE_SECTION
#define OB_TYPE_SECTION 0xF
#endif
#ifndef OB_TYPE_SEMAPHORE
#define OB_TYPE_SEMAPHORE 0xA
#endif
#ifndef OB_TYPE_SYMBOLIC_LINK
#define OB_TYPE_SYMBOLIC_LINK 0x3
#endif
#ifndef OB_TYPE_THREAD
#define OB_TYPE_THREAD 0x6
#endif
#ifndef OB_TYPE_TIMER
#define OB_TYPE_TIMER 0xB
#endif
#ifndef OB_TYPE_TOKEN
#define OB_TYPE_TOKEN 0x4
#endif
#ifndef OB_TYPE_TYPE
#define OB_TYPE_TYPE 0x1
#endif
#ifndef OB_TYPE_WINDOW_STATION
#define OB_TYPE_WINDOW_STATION 0xD
#endif
#ifndef OBJECT_BOUNDARY_DESCRIPTOR_VERSION
#define OBJECT_BOUNDARY_DESCRIPTOR_VERSION 0x1
#endif
#ifndef OBJECT_INHERIT_ACE
#define OBJECT_INHERIT_ACE 0x1
#endif
#ifndef OBJECT_TYPE_ALL_ACCESS
#define OBJECT_TYPE_ALL_ACCESS 0x000F0001
#endif
#ifndef OBJECT_TYPE_CREATE
#define OBJECT_TYPE_CREATE 0x1
#endif
#ifndef OFFLOAD_READ_FLAG_ALL_ZERO_BEYOND_CURRENT_RANGE
#define OFFLOAD_READ_FLAG_ALL_ZERO_BEYOND_CURRENT_RANGE 0x1
#endif
#ifndef OPEN_REPARSE_POINT_OVERRIDE_CREATE_OPTION
#define OPEN_REPARSE_POINT_OVERRIDE_CREATE_OPTION 0x40
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_ALWAYS
#define OPEN_REPARSE_POINT_REPARSE_ALWAYS 0x7E
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_CHILD_EXISTS
#define OPEN_REPARSE_POINT_REPARSE_IF_CHILD_EXISTS 0x2
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_CHILD_NOT_EXISTS
#define OPEN_REPARSE_POINT_REPARSE_IF_CHILD_NOT_EXISTS 0x4
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_DIRECTORY_FINAL_COMPONENT
#define OPEN_REPARSE_POINT_REPARSE_IF_DIRECTORY_FINAL_COMPONENT 0x8
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_DIRECTORY_FINAL_COMPONENT_ALWAYS
#define OPEN_REPARSE_POINT_REPARSE_IF_DIRECTORY_FINAL_COMPONENT_ALWAYS 0x48
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_FINAL_COMPONENT
#define OPEN_REPARSE_POINT_REPARSE_IF_FINAL_COMPONENT 0x28
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_FINAL_COMPONENT_ALWAYS
#define OPEN_REPARSE_POINT_REPARSE_IF_FINAL_COMPONENT_ALWAYS 0x68
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_NON_DIRECTORY_FINAL_COMPONENT
#define OPEN_REPARSE_POINT_REPARSE_IF_NON_DIRECTORY_FINAL_COMPONENT 0x20
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_NON_DIRECTORY_FINAL_COMPONENT_ALWAYS
#define OPEN_REPARSE_POINT_REPARSE_IF_NON_DIRECTORY_FINAL_COMPONENT_ALWAYS 0x60
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_NON_DIRECTORY_NON_FINAL_COMPONENT
#define OPEN_REPARSE_POINT_REPARSE_IF_NON_DIRECTORY_NON_FINAL_COMPONENT 0x10
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_NON_DIRECTORY_NON_FINAL_COMPONENT_ALWAYS
#define OPEN_REPARSE_POINT_REPARSE_IF_NON_DIRECTORY_NON_FINAL_COMPONENT_ALWAYS 0x50
#endif
#ifndef OPEN_REPARSE_POINT_REPARSE_IF_NON_FINAL_COMPONENT
#define OPEN_REPARSE_POINT_REPARSE_IF_NON_FINAL_COMPONENT 0x16
#endif
#ifndef OPEN_REPARSE_POINT_RETURN_REPARSE_DATA_BUFFER
#define OPEN_REPARSE_POINT_RETURN_REPARSE_DATA_BUFFER 0x80
#endif
#ifndef OPEN_REPARSE_POINT_TAG_ENCOUNTERED
#define OPEN_REPARSE_POINT_TAG_ENCOUNTERED 0x1
#endif
#ifndef OPEN_REPARSE_POINT_VERSION_EX
#define OPEN_REPARSE_POINT_VERSION_EX 0x80000000
#endif
#ifndef OPLOCK_FLAG_BACK_OUT_ATOMIC_OPLOCK
#define OPLOCK_FLAG_BACK_OUT_ATOMIC_OPLOCK 0x4
#endif
#ifndef OPLOCK_FLAG_BREAKING_FOR_SHARING_VIOLATION
#define OPLOCK_FLAG_BREAKING_FOR_SHARING_VIOLATION 0x80
#endif
#ifndef OPLOCK_FLAG_CLOSING_DELETE_ON_CLOSE
#define OPLOCK_FLAG_CLOSING_DELETE_ON_CLOSE 0x20
#endif
#ifndef OPLOCK_FLAG_COMPLETE_IF_OPLOCKED
#define OPLOCK_FLAG_COMPLETE_IF_OPLOCKED 0x1
#endif
#ifndef OPLOCK_FLAG_IGNORE_OPLOCK_KEYS
#define OPLOCK_FLAG_IGNORE_OPLOCK_KEYS 0x8
#endif
#ifndef OPLOCK_FLAG_OPLOCK_KEY_CHECK_ONLY
#define OPLOCK_FLAG_OPLOCK_KEY_CHECK_ONLY 0x2
#endif
#ifndef OPLOCK_FLAG_PARENT_OBJECT
#define OPLOCK_FLAG_PARENT_OBJECT 0x10
#endif
#ifndef OPLOCK_FLAG_REMOVING_FILE_OR_LINK
#define OPLOCK_FLAG_REMOVING_FILE_OR_LINK 0x40
#endif
#ifndef OPLOCK_FSCTRL_FLAG_ALL_KEYS_MATCH
#define OPLOCK_FSCTRL_FLAG_ALL_KEYS_MATCH 0x1
#endif
#ifndef OPLOCK_KEY_FLAG_PARENT_KEY
#define OPLOCK_KEY_FLAG_PARENT_KEY 0x1
#endif
#ifndef OPLOCK_KEY_FLAG_TARGET_KEY
#define OPLOCK_KEY_FLAG_TARGET_KEY 0x2
#endif
#ifndef OPLOCK_KEY_VERSION_WIN7
#define OPLOCK_KEY_VERSION_WIN7 0x1
#endif
#ifndef OPLOCK_KEY_VERSION_WIN8
#define OPLOCK_KEY_VERSION_WIN8 0x2
#endif
#ifndef OPLOCK_LEVEL_CACHE_HANDLE
#define OPLOCK_LEVEL_CACHE_HANDLE 0x2
#endif
#ifndef OPLOCK_LEVEL_CACHE_READ
#define OPLOCK_LEVEL_CACHE_READ 0x1
#endif
#ifndef OPLOCK_LEVEL_CACHE_WRITE
#define OPLOCK_LEVEL_CACHE_WRITE 0x4
#endif
#ifndef OPLOCK_NOTIFY_BREAK_WAIT_INTERIM_TIMEOUT
#define OPLOCK_NOTIFY_BREAK_WAIT_INTERIM_TIMEOUT 0x0
#endif
#ifndef OPLOCK_NOTIFY_BREAK_WAIT_TERMINATED
#define OPLOCK_NOTIFY_BREAK_WAIT_TERMINATED 0x1
#endif
#ifndef OPLOCK_UPPER_FLAG_CHECK_NO_BREAK
#define OPLOCK_UPPER_FLAG_CHECK_NO_BREAK 0x00010000
#endif
#ifndef OPLOCK_UPPER_FLAG_NOTIFY_REFRESH_READ
#define OPLOCK_UPPER_FLAG_NOTIFY_REFRESH_READ 0x00020000
#endif
#ifndef REQUEST_OPLOCK_CURRENT_VERSION
#define REQUEST_OPLOCK_CURRENT_VERSION 0x1
#endif
#ifndef REQUEST_OPLOCK_INPUT_FLAG_ACK
#define REQUEST_OPLOCK_INPUT_FLAG_ACK 0x2
#endif
#ifndef REQUEST_OPLOCK_INPUT_FLAG_COMPLETE_ACK_ON_CLOSE
#define REQUEST_OPLOCK_INPUT_FLAG_COMPLETE_ACK_ON_CLOSE 0x4
#endif
#ifndef REQUEST_OPLOCK_INPUT_FLAG_REQUEST
#define REQUEST_OPLOCK_INPUT_FLAG_REQUEST 0x1
#endif
#ifndef REQUEST_OPLOCK_OUTPUT_FLAG_ACK_REQUIRED
#define REQUEST_OPLOCK_OUTPUT_FLAG_ACK_REQUIRED 0x1
#endif
#ifndef REQUEST_OPLOCK_OUTPUT_FLAG_MODES_PROVIDED
#define REQUEST_OPLOCK_OUTPUT_FLAG_MODES_PROVIDED 0x2
#endif
#ifndef OS_DEPLOYMENT_COMPACT
#define OS_DEPLOYMENT_COMPACT 0x2
#endif
#ifndef OS_DEPLOYMENT_STANDARD
#define OS_DEPLOYMENT_STANDARD 0x1
#endif
#ifndef OSC_CAPABILITIES_MASKED
#define OSC_CAPABILITIES_MASKED 0x10
#endif
#ifndef OSC_FIRMWARE_FAILURE
#define OSC_FIRMWARE_FAILURE 0x2
#endif
#ifndef OSC_UNRECOGNIZED_REVISION
#define OSC_UNRECOGNIZED_REVISION 0x8
#endif
#ifndef OSC_UNRECOGNIZED_UUID
#define OSC_UNRECOGNIZED_UUID 0x4
#endif
#ifndef OWNER_SECURITY_INFORMATION
#define OWNER_SECURITY_INFORMATION 0x1
#endif
#ifndef PAGE_ENCLAVE_DECOMMIT
#define PAGE_ENCLAVE_DECOMMIT 0x10000000
#endif
#ifndef PAGE_ENCLAVE_MASK
#define PAGE_ENCLAVE_MASK 0x10000000
#endif
#ifndef PAGE_ENCLAVE_NO_CHANGE
#define PAGE_ENCLAVE_NO_CHANGE 0x20000000
#endif
#ifndef PAGE_ENCLAVE_SS_FIRST
#define PAGE_ENCLAVE_SS_FIRST 0x10000001
#endif
#ifndef PAGE_ENCLAVE_SS_REST
#define PAGE_ENCLAVE_SS_REST 0x10000002
#endif
#ifndef PAGE_ENCLAVE_THREAD_CONTROL
#define PAGE_ENCLAVE_THREAD_CONTROL 0x80000000
#endif
#ifndef PAGE_ENCLAVE_UNVALIDATED
#define PAGE_ENCLAVE_UNVALIDATED 0x20000000
#endif
#ifndef PAGE_EXECUTE
#define PAGE_EXECUTE 0x10
#endif
#ifndef PAGE_EXECUTE_READ
#define PAGE_EXECUTE_READ 0x20
#endif
#ifndef PAGE_EXECUTE_READWRITE
#define PAGE_EXECUTE_READWRITE 0x40
#endif
#ifndef PAGE_EXECUTE_WRITECOPY
#define PAGE_EXECUTE_WRITECOPY 0x80
#endif
#ifndef PAGE_GRAPHICS_COHERENT
#define PAGE_GRAPHICS_COHERENT 0x00020000
#endif
#ifndef PAGE_GRAPHICS_EXECUTE
#define PAGE_GRAPHICS_EXECUTE 0x4000
#endif
#ifndef PAGE_GRAPHICS_EXECUTE_READ
#define PAGE_GRAPHICS_EXECUTE_READ 0x8000
#endif
#ifndef PAGE_GRAPHICS_EXECUTE_READWRITE
#define PAGE_GRAPHICS_EXECUTE_READWRITE 0x00010000
#endif
#ifndef PAGE_GRAPHICS_NOACCESS
#define PAGE_GRAPHICS_NOACCESS 0x800
#endif
#ifndef PAGE_GRAPHICS_NOCACHE
#define PAGE_GRAPHICS_NOCACHE 0x00040000
#endif
#ifndef PAGE_GRAPHICS_READONLY
#define PAGE_GRAPHICS_READONLY 0x1000
#endif
#ifndef PAGE_GRAPHICS_READWRITE
#define PAGE_GRAPHICS_READWRITE 0x2000
#endif
#ifndef PAGE_GUARD
#define PAGE_GUARD 0x100
#endif
#ifndef PAGE_MASK
#define PAGE_MASK 0xFFF
#endif
#ifndef PAGE_NOACCESS
#define PAGE_NOACCESS 0x1
#endif
#ifndef PAGE_NOCACHE
#define PAGE_NOCACHE 0x200
#endif
#ifndef PAGE_READONLY
#define PAGE_READONLY 0x2
#endif
#ifndef PAGE_READWRITE
#define PAGE_READWRITE 0x4
#endif
#ifndef PAGE_REVERT_TO_FILE_MAP
#define PAGE_REVERT_TO_FILE_MAP 0x80000000
#endif
#ifndef PAGE_SHIFT
#define PAGE_SHIFT 0xC
#endif
#ifndef PAGE_SHIFT_X86NT
#define PAGE_SHIFT_X86NT 0xC
#endif
#ifndef PAGE_SIZE
#define PAGE_SIZE 0x1000
#endif
#ifndef PAGE_SIZE_X86NT
#define PAGE_SIZE_X86NT 0x1000
#endif
#ifndef PAGE_TARGETS_INVALID
#define PAGE_TARGETS_INVALID 0x40000000
#endif
#ifndef PAGE_TARGETS_NO_UPDATE
#define PAGE_TARGETS_NO_UPDATE 0x40000000
#endif
#ifndef PAGE_WRITECOMBINE
#define PAGE_WRITECOMBINE 0x400
#endif
#ifndef PAGE_WRITECOPY
#define PAGE_WRITECOPY 0x8
#endif
#ifndef PARKING_TOPOLOGY_POLICY_DISABLED
#define PARKING_TOPOLOGY_POLICY_DISABLED 0x0
#endif
#ifndef PARKING_TOPOLOGY_POLICY_ROUNDROBIN
#define PARKING_TOPOLOGY_POLICY_ROUNDROBIN 0x1
#endif
#ifndef PARKING_TOPOLOGY_POLICY_SEQUENTIAL
#define PARKING_TOPOLOGY_POLICY_SEQUENTIAL 0x2
#endif
#ifndef PCCARD_DEVICE_PCI
#define PCCARD_DEVICE_PCI 0x10
#endif
#ifndef PCCARD_DUP_LEGACY_BASE
#define PCCARD_DUP_LEGACY_BASE 0x6
#endif
#ifndef PCCARD_MAP_ERROR
#define PCCARD_MAP_ERROR 0x1
#endif
#ifndef PCCARD_MAP_ZERO
#define PCCARD_MAP_ZERO 0x2
#endif
#ifndef PCCARD_NO_CONTROLLERS
#define PCCARD_NO_CONTROLLERS 0x7
#endif
#ifndef PCCARD_NO_LEGACY_BASE
#define PCCARD_NO_LEGACY_BASE 0x5
#endif
#ifndef PCCARD_NO_PIC
#define PCCARD_NO_PIC 0x4
#endif
#ifndef PCCARD_NO_TIMER
#define PCCARD_NO_TIMER 0x3
#endif
#ifndef PCCARD_SCAN_DISABLED
#define PCCARD_SCAN_DISABLED 0x1
#endif
#ifndef PCI_ACS_ALLOWED
#define PCI_ACS_ALLOWED 0x0
#endif
#ifndef PCI_ACS_BLOCKED
#define PCI_ACS_BLOCKED 0x1
#endif
#ifndef PCI_ACS_REDIRECTED
#define PCI_ACS_REDIRECTED 0x2
#endif
#ifndef PCI_ADDRESS_IO_ADDRESS_MASK
#define PCI_ADDRESS_IO_ADDRESS_MASK 0xFFFFFFFC
#endif
#ifndef PCI_ADDRESS_IO_SPACE
#define PCI_ADDRESS_IO_SPACE 0x1
#endif
#ifndef PCI_ADDRESS_MEMORY_ADDRESS_MASK
#define PCI_ADDRESS_MEMORY_ADDRESS_MASK 0xFFFFFFF0
#endif
#ifndef PCI_ADDRESS_MEMORY_PREFETCHABLE
#define PCI_ADDRESS_MEMORY_PREFETCHABLE 0x8
#endif
#ifndef PCI_ADDRESS_MEMORY_TYPE_MASK
#define PCI_ADDRESS_MEMORY_TYPE_MASK 0x6
#endif
#ifndef PCI_ADDRESS_ROM_ADDRESS_MASK
#define PCI_ADDRESS_ROM_ADDRESS_MASK 0xFFFFF800
#endif
#ifndef PCI_AGP_RATE_1X
#define PCI_AGP_RATE_1X 0x1
#endif
#ifndef PCI_AGP_RATE_2X
#define PCI_AGP_RATE_2X 0x2
#endif
#ifndef PCI_AGP_RATE_4X
#define PCI_AGP_RATE_4X 0x4
#endif
#ifndef PCI_ATS_INTERFACE_VERSION
#define PCI_ATS_INTERFACE_VERSION 0x1
#endif
#ifndef PCI_BRIDGE_TYPE
#define PCI_BRIDGE_TYPE 0x1
#endif
#ifndef PCI_BUS_INTERFACE_STANDARD_VERSION
#define PCI_BUS_INTERFACE_STANDARD_VERSION 0x1
#endif
#ifndef PCI_CAPABILITY_ID_ADVANCED_FEATURES
#define PCI_CAPABILITY_ID_ADVANCED_FEATURES 0x13
#endif
#ifndef PCI_CAPABILITY_ID_AGP
#define PCI_CAPABILITY_ID_AGP 0x2
#endif
#ifndef PCI_CAPABILITY_ID_AGP_TARGET
#define PCI_CAPABILITY_ID_AGP_TARGET 0xE
#endif
#ifndef PCI_CAPABILITY_ID_CPCI_HOTSWAP
#define PCI_CAPABILITY_ID_CPCI_HOTSWAP 0x6
#endif
#ifndef PCI_CAPABILITY_ID_CPCI_RES_CTRL
#define PCI_CAPABILITY_ID_CPCI_RES_CTRL 0xB
#endif
#ifndef PCI_CAPABILITY_ID_DEBUG_PORT
#define PCI_CAPABILITY_ID_DEBUG_PORT 0xA
#endif
#ifndef PCI_CAPABILITY_ID_FPB
#define PCI_CAPABILITY_ID_FPB 0x15
#endif
#ifndef PCI_CAPABILITY_ID_HYPERTRANSPORT
#define PCI_CAPABILITY_ID_HYPERTRANSPORT 0x8
#endif
#ifndef PCI_CAPABILITY_ID_MSI
#define PCI_CAPABILITY_ID_MSI 0x5
#endif
#ifndef PCI_CAPABILITY_ID_MSIX
#define PCI_CAPABILITY_ID_MSIX 0x11
#endif
#ifndef PCI_CAPABILITY_ID_P2P_SSID
#define PCI_CAPABILITY_ID_P2P_SSID 0xD
#endif
#ifndef PCI_CAPABILITY_ID_PCIX
#define PCI_CAPABILITY_ID_PCIX 0x7
#endif
#ifndef PCI_CAPABILITY_ID_PCI_EXPRESS
#define PCI_CAPABILITY_ID_PCI_EXPRESS 0x10
#endif
#ifndef PCI_CAPABILITY_ID_POWER_MANAGEMENT
#define PCI_CAPABILITY_ID_POWER_MANAGEMENT 0x1
#endif
#ifndef PCI_CAPABILITY_ID_SATA_CONFIG
#define PCI_CAPABILITY_ID_SATA_CONFIG 0x12
#endif
#ifndef PCI_CAPABILITY_ID_SECURE
#define PCI_CAPABILITY_ID_SECURE 0xF
#endif
#ifndef PCI_CAPABILITY_ID_SHPC
#define PCI_CAPABILITY_ID_SHPC 0xC
#endif
#ifndef PCI_CAPABILITY_ID_SLOT_ID
#define PCI_CAPABILITY_ID_SLOT_ID 0x4
#endif
#ifndef PCI_CAPABILITY_ID_VENDOR_SPECIFIC
#define PCI_CAPABILITY_ID_VENDOR_SPECIFIC 0x9
#endif
#ifndef PCI_CAPABILITY_ID_VPD
#define PCI_CAPABILITY_ID_VPD 0x3
#endif
#ifndef PCI_CARDBUS_BRIDGE_TYPE
#define PCI_CARDBUS_BRIDGE_TYPE 0x2
#endif
#ifndef PCI_CB_INTRF_VERSION
#define PCI_CB_INTRF_VERSION 0x1
#endif
#ifndef PCI_CLASS_BASE_SYSTEM_DEV
#define PCI_CLASS_BASE_SYSTEM_DEV 0x8
#endif
#ifndef PCI_CLASS_BRIDGE_DEV
#define PCI_CLASS_BRIDGE_DEV 0x6
#endif
#ifndef PCI_CLASS_DATA_ACQ_SIGNAL_PROC
#define PCI_CLASS_DATA_ACQ_SIGNAL_PROC 0x11
#endif
#ifndef PCI_CLASS_DISPLAY_CTLR
#define PCI_CLASS_DISPLAY_CTLR 0x3
#endif
#ifndef PCI_CLASS_DOCKING_STATION
#define PCI_CLASS_DOCKING_STATION 0xA
#endif
#ifndef PCI_CLASS_ENCRYPTION_DECRYPTION
#define PCI_CLASS_ENCRYPTION_DECRYPTION 0x10
#endif
#ifndef PCI_CLASS_INPUT_DEV
#define PCI_CLASS_INPUT_DEV 0x9
#endif
#ifndef PCI_CLASS_INTELLIGENT_IO_CTLR
#define PCI_CLASS_INTELLIGENT_IO_CTLR 0xE
#endif
#ifndef PCI_CLASS_MASS_STORAGE_CTLR
#define PCI_CLASS_MASS_STORAGE_CTLR 0x1
#endif
#ifndef PCI_CLASS_MEMORY_CTLR
#define PCI_CLASS_MEMORY_CTLR 0x5
#endif
#ifndef PCI_CLASS_MULTIMEDIA_DEV
#define PCI_CLASS_MULTIMEDIA_DEV 0x4
#endif
#ifndef PCI_CLASS_NETWORK_CTLR
#define PCI_CLASS_NETWORK_CTLR 0x2
#endif
#ifndef PCI_CLASS_NOT_DEFINED
#define PCI_CLASS_NOT_DEFINED 0xFF
#endif
#ifndef PCI_CLASS_PRE_20
#define PCI_CLASS_PRE_20 0x0
#endif
#ifndef PCI_CLASS_PROCESSOR
#define PCI_CLASS_PROCESSOR 0xB
#endif
#ifndef PCI_CLASS_SATELLITE_COMMS_CTLR
#define PCI_CLASS_SATELLITE_COMMS_CTLR 0xF
#endif
#ifndef PCI_CLASS_SERIAL_BUS_CTLR
#define PCI_CLASS_SERIAL_BUS_CTLR 0xC
#endif
#ifndef PCI_CLASS_SIMPLE_COMMS_CTLR
#define PCI_CLASS_SIMPLE_COMMS_CTLR 0x7
#endif
#ifndef PCI_CLASS_WIRELESS_CTLR
#define PCI_CLASS_WIRELESS_CTLR 0xD
#endif
#ifndef PCI_COMMON_HDR_LENGTH
#define PCI_COMMON_HDR_LENGTH 0x40
#endif
#ifndef PCI_DATA_TAG
#define PCI_DATA_TAG 0x20494350
#endif
#ifndef PCI_DATA_VERSION
#define PCI_DATA_VERSION 0x1
#endif
#ifndef PCI_DEVICE_PRESENT_INTERFACE_VERSION
#define PCI_DEVICE_PRESENT_INTERFACE_VERSION 0x1
#endif
#ifndef PCI_DEVICE_TYPE
#define PCI_DEVICE_TYPE 0x0
#endif
#ifndef PCI_DISABLE_LEVEL_INTERRUPT
#define PCI_DISABLE_LEVEL_INTERRUPT 0x400
#endif
#ifndef PCI_ENABLE_BUS_MASTER
#define PCI_ENABLE_BUS_MASTER 0x4
#endif
#ifndef PCI_ENABLE_FAST_BACK_TO_BACK
#define PCI_ENABLE_FAST_BACK_TO_BACK 0x200
#endif
#ifndef PCI_ENABLE_IO_SPACE
#define PCI_ENABLE_IO_SPACE 0x1
#endif
#ifndef PCI_ENABLE_MEMORY_SPACE
#define PCI_ENABLE_MEMORY_SPACE 0x2
#endif
#ifndef PCI_ENABLE_PARITY
#define PCI_ENABLE_PARITY 0x40
#endif
#ifndef PCI_ENABLE_SERR
#define PCI_ENABLE_SERR 0x100
#endif
#ifndef PCI_ENABLE_SPECIAL_CYCLES
#define PCI_ENABLE_SPECIAL_CYCLES 0x8
#endif
#ifndef PCI_ENABLE_VGA_COMPATIBLE_PALETTE
#define PCI_ENABLE_VGA_COMPATIBLE_PALETTE 0x20
#endif
#ifndef PCI_ENABLE_WAIT_CYCLE
#define PCI_ENABLE_WAIT_CYCLE 0x80
#endif
#ifndef PCI_ENABLE_WRITE_AND_INVALIDATE
#define PCI_ENABLE_WRITE_AND_INVALIDATE 0x10
#endif
#ifndef PCI_EXTENDED_CONFIG_LENGTH
#define PCI_EXTENDED_CONFIG_LENGTH 0x1000
#endif
#ifndef PCI_INT_ROUTE_INTRF_STANDARD_VER
#define PCI_INT_ROUTE_INTRF_STANDARD_VER 0x1
#endif
#ifndef PCI_INVALID_ALTERNATE_FUNCTION_NUMBER
#define PCI_INVALID_ALTERNATE_FUNCTION_NUMBER 0xFF
#endif
#ifndef PCI_INVALID_VENDORID
#define PCI_INVALID_VENDORID 0xFFFF
#endif
#ifndef PCI_MAX_BRIDGE_NUMBER
#define PCI_MAX_BRIDGE_NUMBER 0xFF
#endif
#ifndef PCI_MAX_DEVICES
#define PCI_MAX_DEVICES 0x20
#endif
#ifndef PCI_MAX_FUNCTION
#define PCI_MAX_FUNCTION 0x8
#endif
#ifndef PCI_MAX_SEGMENT_NUMBER
#define PCI_MAX_SEGMENT_NUMBER 0xFFFF
#endif
#ifndef PCI_MSIX_TABLE_CONFIG_INTERFACE_VERSION
#define PCI_MSIX_TABLE_CONFIG_INTERFACE_VERSION 0x1
#endif
#ifndef PCI_MSIX_TABLE_CONFIG_MINIMUM_SIZE
#define PCI_MSIX_TABLE_CONFIG_MINIMUM_SIZE 0x38
#endif
#ifndef PCI_MULTIFUNCTION
#define PCI_MULTIFUNCTION 0x80
#endif
#ifndef PCI_PME_INTRF_STANDARD_VER
#define PCI_PME_INTRF_STANDARD_VER 0x1
#endif
#ifndef PCI_PROGRAMMING_INTERFACE_MSC_NVM_EXPRESS
#define PCI_PROGRAMMING_INTERFACE_MSC_NVM_EXPRESS 0x2
#endif
#ifndef PCI_PTM_TIME_SOURCE_AUX
#define PCI_PTM_TIME_SOURCE_AUX 0xFFFFFFFF
#endif
#ifndef PCI_ROMADDRESS_ENABLED
#define PCI_ROMADDRESS_ENABLED 0x1
#endif
#ifndef PCI_ROOT_BUS_OSC_METHOD_CAPABILITY_REVISION
#define PCI_ROOT_BUS_OSC_METHOD_CAPABILITY_REVISION 0x1
#endif
#ifndef PCI_SECURITY_DIRECT_TRANSLATED_P2P
#define PCI_SECURITY_DIRECT_TRANSLATED_P2P 0x4
#endif
#ifndef PCI_SECURITY_ENHANCED
#define PCI_SECURITY_ENHANCED 0x2
#endif
#ifndef PCI_SECURITY_FULLY_SUPPORTED
#define PCI_SECURITY_FULLY_SUPPORTED 0x1
#endif
#ifndef PCI_SECURITY_GUEST_ASSIGNED
#define PCI_SECURITY_GUEST_ASSIGNED 0x1
#endif
#ifndef PCI_SECURITY_INTERFACE_VERSION
#define PCI_SECURITY_INTERFACE_VERSION 0x1
#endif
#ifndef PCI_SECURITY_INTERFACE_VERSION2
#define PCI_SECURITY_INTERFACE_VERSION2 0x2
#endif
#ifndef PCI_SECURITY_SRIOV_DIRECT_TRANSLATED_P2P
#define PCI_SECURITY_SRIOV_DIRECT_TRANSLATED_P2P 0x00040000
#endif
#ifndef PCI_STATUS_66MHZ_CAPABLE
#define PCI_STATUS_66MHZ_CAPABLE 0x20
#endif
#ifndef PCI_STATUS_CAPABILITIES_LIST
#define PCI_STATUS_CAPABILITIES_LIST 0x10
#endif
#ifndef PCI_STATUS_DATA_PARITY_DETECTED
#define PCI_STATUS_DATA_PARITY_DETECTED 0x100
#endif
#ifndef PCI_STATUS_DETECTED_PARITY_ERROR
#define PCI_STATUS_DETECTED_PARITY_ERROR 0x8000
#endif
#ifndef PCI_STATUS_DEVSEL
#define PCI_STATUS_DEVSEL 0x600
#endif
#ifndef PCI_STATUS_FAST_BACK_TO_BACK
#define PCI_STATUS_FAST_BACK_TO_BACK 0x80
#endif
#ifndef PCI_STATUS_IMMEDIATE_READINESS
#define PCI_STATUS_IMMEDIATE_READINESS 0x1
#endif
#ifndef PCI_STATUS_INTERRUPT_PENDING
#define PCI_STATUS_INTERRUPT_PENDING 0x8
#endif
#ifndef PCI_STATUS_RECEIVED_MASTER_ABORT
#define PCI_STATUS_RECEIVED_MASTER_ABORT 0x2000
#endif
#ifndef PCI_STATUS_RECEIVED_TARGET_ABORT
#define PCI_STATUS_RECEIVED_TARGET_ABORT 0x1000
#endif
#ifndef PCI_STATUS_SIGNALED_SYSTEM_ERROR
#define PCI_STATUS_SIGNALED_SYSTEM_ERROR 0x4000
#endif
#ifndef PCI_STATUS_SIGNALED_TARGET_ABORT
#define PCI_STATUS_SIGNALED_TARGET_ABORT 0x800
#endif
#ifndef PCI_STATUS_UDF_SUPPORTED
#define PCI_STATUS_UDF_SUPPORTED 0x40
#endif
#ifndef PCI_SUBCLASS_BR_CARDBUS
#define PCI_SUBCLASS_BR_CARDBUS 0x7
#endif
#ifndef PCI_SUBCLASS_BR_EISA
#define PCI_SUBCLASS_BR_EISA 0x2
#endif
#ifndef PCI_SUBCLASS_BR_HOST
#define PCI_SUBCLASS_BR_HOST 0x0
#endif
#ifndef PCI_SUBCLASS_BR_ISA
#define PCI_SUBCLASS_BR_ISA 0x1
#endif
#ifndef PCI_SUBCLASS_BR_MCA
#define PCI_SUBCLASS_BR_MCA 0x3
#endif
#ifndef PCI_SUBCLASS_BR_NUBUS
#define PCI_SUBCLASS_BR_NUBUS 0x6
#endif
#ifndef PCI_SUBCLASS_BR_OTHER
#define PCI_SUBCLASS_BR_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_BR_PCI_TO_PCI
#define PCI_SUBCLASS_BR_PCI_TO_PCI 0x4
#endif
#ifndef PCI_SUBCLASS_BR_PCMCIA
#define PCI_SUBCLASS_BR_PCMCIA 0x5
#endif
#ifndef PCI_SUBCLASS_BR_RACEWAY
#define PCI_SUBCLASS_BR_RACEWAY 0x8
#endif
#ifndef PCI_SUBCLASS_COM_MODEM
#define PCI_SUBCLASS_COM_MODEM 0x3
#endif
#ifndef PCI_SUBCLASS_COM_MULTIPORT
#define PCI_SUBCLASS_COM_MULTIPORT 0x2
#endif
#ifndef PCI_SUBCLASS_COM_OTHER
#define PCI_SUBCLASS_COM_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_COM_PARALLEL
#define PCI_SUBCLASS_COM_PARALLEL 0x1
#endif
#ifndef PCI_SUBCLASS_COM_SERIAL
#define PCI_SUBCLASS_COM_SERIAL 0x0
#endif
#ifndef PCI_SUBCLASS_CRYPTO_ENTERTAINMENT
#define PCI_SUBCLASS_CRYPTO_ENTERTAINMENT 0x10
#endif
#ifndef PCI_SUBCLASS_CRYPTO_NET_COMP
#define PCI_SUBCLASS_CRYPTO_NET_COMP 0x0
#endif
#ifndef PCI_SUBCLASS_CRYPTO_OTHER
#define PCI_SUBCLASS_CRYPTO_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_DASP_DPIO
#define PCI_SUBCLASS_DASP_DPIO 0x0
#endif
#ifndef PCI_SUBCLASS_DASP_OTHER
#define PCI_SUBCLASS_DASP_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_DOC_GENERIC
#define PCI_SUBCLASS_DOC_GENERIC 0x0
#endif
#ifndef PCI_SUBCLASS_DOC_OTHER
#define PCI_SUBCLASS_DOC_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_INP_DIGITIZER
#define PCI_SUBCLASS_INP_DIGITIZER 0x1
#endif
#ifndef PCI_SUBCLASS_INP_GAMEPORT
#define PCI_SUBCLASS_INP_GAMEPORT 0x4
#endif
#ifndef PCI_SUBCLASS_INP_KEYBOARD
#define PCI_SUBCLASS_INP_KEYBOARD 0x0
#endif
#ifndef PCI_SUBCLASS_INP_MOUSE
#define PCI_SUBCLASS_INP_MOUSE 0x2
#endif
#ifndef PCI_SUBCLASS_INP_OTHER
#define PCI_SUBCLASS_INP_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_INP_SCANNER
#define PCI_SUBCLASS_INP_SCANNER 0x3
#endif
#ifndef PCI_SUBCLASS_INTIO_I2O
#define PCI_SUBCLASS_INTIO_I2O 0x0
#endif
#ifndef PCI_SUBCLASS_MEM_FLASH
#define PCI_SUBCLASS_MEM_FLASH 0x1
#endif
#ifndef PCI_SUBCLASS_MEM_OTHER
#define PCI_SUBCLASS_MEM_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_MEM_RAM
#define PCI_SUBCLASS_MEM_RAM 0x0
#endif
#ifndef PCI_SUBCLASS_MM_AUDIO_DEV
#define PCI_SUBCLASS_MM_AUDIO_DEV 0x1
#endif
#ifndef PCI_SUBCLASS_MM_OTHER
#define PCI_SUBCLASS_MM_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_MM_TELEPHONY_DEV
#define PCI_SUBCLASS_MM_TELEPHONY_DEV 0x2
#endif
#ifndef PCI_SUBCLASS_MM_VIDEO_DEV
#define PCI_SUBCLASS_MM_VIDEO_DEV 0x0
#endif
#ifndef PCI_SUBCLASS_MSC_AHCI_CTLR
#define PCI_SUBCLASS_MSC_AHCI_CTLR 0x6
#endif
#ifndef PCI_SUBCLASS_MSC_FLOPPY_CTLR
#define PCI_SUBCLASS_MSC_FLOPPY_CTLR 0x2
#endif
#ifndef PCI_SUBCLASS_MSC_IDE_CTLR
#define PCI_SUBCLASS_MSC_IDE_CTLR 0x1
#endif
#ifndef PCI_SUBCLASS_MSC_IPI_CTLR
#define PCI_SUBCLASS_MSC_IPI_CTLR 0x3
#endif
#ifndef PCI_SUBCLASS_MSC_NVM_CTLR
#define PCI_SUBCLASS_MSC_NVM_CTLR 0x8
#endif
#ifndef PCI_SUBCLASS_MSC_OTHER
#define PCI_SUBCLASS_MSC_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_MSC_RAID_CTLR
#define PCI_SUBCLASS_MSC_RAID_CTLR 0x4
#endif
#ifndef PCI_SUBCLASS_MSC_SCSI_BUS_CTLR
#define PCI_SUBCLASS_MSC_SCSI_BUS_CTLR 0x0
#endif
#ifndef PCI_SUBCLASS_NET_ATM_CTLR
#define PCI_SUBCLASS_NET_ATM_CTLR 0x3
#endif
#ifndef PCI_SUBCLASS_NET_ETHERNET_CTLR
#define PCI_SUBCLASS_NET_ETHERNET_CTLR 0x0
#endif
#ifndef PCI_SUBCLASS_NET_FDDI_CTLR
#define PCI_SUBCLASS_NET_FDDI_CTLR 0x2
#endif
#ifndef PCI_SUBCLASS_NET_ISDN_CTLR
#define PCI_SUBCLASS_NET_ISDN_CTLR 0x4
#endif
#ifndef PCI_SUBCLASS_NET_OTHER
#define PCI_SUBCLASS_NET_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_NET_TOKEN_RING_CTLR
#define PCI_SUBCLASS_NET_TOKEN_RING_CTLR 0x1
#endif
#ifndef PCI_SUBCLASS_PRE_20_NON_VGA
#define PCI_SUBCLASS_PRE_20_NON_VGA 0x0
#endif
#ifndef PCI_SUBCLASS_PRE_20_VGA
#define PCI_SUBCLASS_PRE_20_VGA 0x1
#endif
#ifndef PCI_SUBCLASS_PROC_386
#define PCI_SUBCLASS_PROC_386 0x0
#endif
#ifndef PCI_SUBCLASS_PROC_486
#define PCI_SUBCLASS_PROC_486 0x1
#endif
#ifndef PCI_SUBCLASS_PROC_ALPHA
#define PCI_SUBCLASS_PROC_ALPHA 0x10
#endif
#ifndef PCI_SUBCLASS_PROC_COPROCESSOR
#define PCI_SUBCLASS_PROC_COPROCESSOR 0x40
#endif
#ifndef PCI_SUBCLASS_PROC_PENTIUM
#define PCI_SUBCLASS_PROC_PENTIUM 0x2
#endif
#ifndef PCI_SUBCLASS_PROC_POWERPC
#define PCI_SUBCLASS_PROC_POWERPC 0x20
#endif
#ifndef PCI_SUBCLASS_SAT_AUDIO
#define PCI_SUBCLASS_SAT_AUDIO 0x2
#endif
#ifndef PCI_SUBCLASS_SAT_DATA
#define PCI_SUBCLASS_SAT_DATA 0x4
#endif
#ifndef PCI_SUBCLASS_SAT_TV
#define PCI_SUBCLASS_SAT_TV 0x1
#endif
#ifndef PCI_SUBCLASS_SAT_VOICE
#define PCI_SUBCLASS_SAT_VOICE 0x3
#endif
#ifndef PCI_SUBCLASS_SB_ACCESS
#define PCI_SUBCLASS_SB_ACCESS 0x1
#endif
#ifndef PCI_SUBCLASS_SB_FIBRE_CHANNEL
#define PCI_SUBCLASS_SB_FIBRE_CHANNEL 0x4
#endif
#ifndef PCI_SUBCLASS_SB_IEEE1394
#define PCI_SUBCLASS_SB_IEEE1394 0x0
#endif
#ifndef PCI_SUBCLASS_SB_SMBUS
#define PCI_SUBCLASS_SB_SMBUS 0x5
#endif
#ifndef PCI_SUBCLASS_SB_SSA
#define PCI_SUBCLASS_SB_SSA 0x2
#endif
#ifndef PCI_SUBCLASS_SB_THUNDERBOLT
#define PCI_SUBCLASS_SB_THUNDERBOLT 0xA
#endif
#ifndef PCI_SUBCLASS_SB_USB
#define PCI_SUBCLASS_SB_USB 0x3
#endif
#ifndef PCI_SUBCLASS_SYS_DMA_CTLR
#define PCI_SUBCLASS_SYS_DMA_CTLR 0x1
#endif
#ifndef PCI_SUBCLASS_SYS_GEN_HOTPLUG_CTLR
#define PCI_SUBCLASS_SYS_GEN_HOTPLUG_CTLR 0x4
#endif
#ifndef PCI_SUBCLASS_SYS_INTERRUPT_CTLR
#define PCI_SUBCLASS_SYS_INTERRUPT_CTLR 0x0
#endif
#ifndef PCI_SUBCLASS_SYS_OTHER
#define PCI_SUBCLASS_SYS_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_SYS_RCEC
#define PCI_SUBCLASS_SYS_RCEC 0x7
#endif
#ifndef PCI_SUBCLASS_SYS_REAL_TIME_CLOCK
#define PCI_SUBCLASS_SYS_REAL_TIME_CLOCK 0x3
#endif
#ifndef PCI_SUBCLASS_SYS_SDIO_CTRL
#define PCI_SUBCLASS_SYS_SDIO_CTRL 0x5
#endif
#ifndef PCI_SUBCLASS_SYS_SYSTEM_TIMER
#define PCI_SUBCLASS_SYS_SYSTEM_TIMER 0x2
#endif
#ifndef PCI_SUBCLASS_VID_3D_CTLR
#define PCI_SUBCLASS_VID_3D_CTLR 0x2
#endif
#ifndef PCI_SUBCLASS_VID_OTHER
#define PCI_SUBCLASS_VID_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_VID_VGA_CTLR
#define PCI_SUBCLASS_VID_VGA_CTLR 0x0
#endif
#ifndef PCI_SUBCLASS_VID_XGA_CTLR
#define PCI_SUBCLASS_VID_XGA_CTLR 0x1
#endif
#ifndef PCI_SUBCLASS_WIRELESS_CON_IR
#define PCI_SUBCLASS_WIRELESS_CON_IR 0x1
#endif
#ifndef PCI_SUBCLASS_WIRELESS_IRDA
#define PCI_SUBCLASS_WIRELESS_IRDA 0x0
#endif
#ifndef PCI_SUBCLASS_WIRELESS_OTHER
#define PCI_SUBCLASS_WIRELESS_OTHER 0x80
#endif
#ifndef PCI_SUBCLASS_WIRELESS_RF
#define PCI_SUBCLASS_WIRELESS_RF 0x10
#endif
#ifndef PCI_SUBLCASS_VID_3D_CTLR
#define PCI_SUBLCASS_VID_3D_CTLR 0x2
#endif
#ifndef PCI_TYPE0_ADDRESSES
#define PCI_TYPE0_ADDRESSES 0x6
#endif
#ifndef PCI_TYPE1_ADDRESSES
#define PCI_TYPE1_ADDRESSES 0x2
#endif
#ifndef PCI_TYPE2_ADDRESSES
#define PCI_TYPE2_ADDRESSES 0x5
#endif
#ifndef PCI_TYPE_20BIT
#define PCI_TYPE_20BIT 0x2
#endif
#ifndef PCI_TYPE_32BIT
#define PCI_TYPE_32BIT 0x0
#endif
#ifndef PCI_TYPE_64BIT
#define PCI_TYPE_64BIT 0x4
#endif
#ifndef PCI_USE_CLASS_SUBCLASS
#define PCI_USE_CLASS_SUBCLASS 0x8
#endif
#ifndef PCI_USE_LOCAL_BUS
#define PCI_USE_LOCAL_BUS 0x20
#endif
#ifndef PCI_USE_LOCAL_DEVICE
#define PCI_USE_LOCAL_DEVICE 0x40
#endif
#ifndef PCI_USE_PROGIF
#define PCI_USE_PROGIF 0x10
#endif
#ifndef PCI_USE_REVISION
#define PCI_USE_REVISION 0x2
#endif
#ifndef PCI_USE_SUBSYSTEM_IDS
#define PCI_USE_SUBSYSTEM_IDS 0x1
#endif
#ifndef PCI_USE_VENDEV_IDS
#define PCI_USE_VENDEV_IDS 0x4
#endif
#ifndef PCI_WHICHSPACE_CONFIG
#define PCI_WHICHSPACE_CONFIG 0x0
#endif
#ifndef PCI_WHICHSPACE_ROM
#define PCI_WHICHSPACE_ROM 0x52696350
#endif
#ifndef PCIX_MODE1_100MHZ
#define PCIX_MODE1_100MHZ 0x2
#endif
#ifndef PCIX_MODE1_133MHZ
#define PCIX_MODE1_133MHZ 0x3
#endif
#ifndef PCIX_MODE1_66MHZ
#define PCIX_MODE1_66MHZ 0x1
#endif
#ifndef PCIX_MODE2_266_100MHZ
#define PCIX_MODE2_266_100MHZ 0xA
#endif
#ifndef PCIX_MODE2_266_133MHZ
#define PCIX_MODE2_266_133MHZ 0xB
#endif
#ifndef PCIX_MODE2_266_66MHZ
#define PCIX_MODE2_266_66MHZ 0x9
#endif
#ifndef PCIX_MODE2_533_100MHZ
#define PCIX_MODE2_533_100MHZ 0xE
#endif
#ifndef PCIX_MODE2_533_133MHZ
#define PCIX_MODE2_533_133MHZ 0xF
#endif
#ifndef PCIX_MODE2_533_66MHZ
#define PCIX_MODE2_533_66MHZ 0xD
#endif
#ifndef PCIX_MODE_CONVENTIONAL_PCI
#define PCIX_MODE_CONVENTIONAL_PCI 0x0
#endif
#ifndef PCIX_VERSION_DUAL_MODE_ECC
#define PCIX_VERSION_DUAL_MODE_ECC 0x2
#endif
#ifndef PCIX_VERSION_MODE1_ONLY
#define PCIX_VERSION_MODE1_ONLY 0x0
#endif
#ifndef PCIX_VERSION_MODE2_ECC
#define PCIX_VERSION_MODE2_ECC 0x1
#endif
#ifndef PCIXBUS_ERRTYPE_ADDRESSPARITY
#define PCIXBUS_ERRTYPE_ADDRESSPARITY 0x6
#endif
#ifndef PCIXBUS_ERRTYPE_BUSTIMEOUT
#define PCIXBUS_ERRTYPE_BUSTIMEOUT 0x4
#endif
#ifndef PCIXBUS_ERRTYPE_COMMANDPARITY
#define PCIXBUS_ERRTYPE_COMMANDPARITY 0x7
#endif
#ifndef PCIXBUS_ERRTYPE_DATAPARITY
#define PCIXBUS_ERRTYPE_DATAPARITY 0x1
#endif
#ifndef PCIXBUS_ERRTYPE_MASTERABORT
#define PCIXBUS_ERRTYPE_MASTERABORT 0x3
#endif
#ifndef PCIXBUS_ERRTYPE_MASTERDATAPARITY
#define PCIXBUS_ERRTYPE_MASTERDATAPARITY 0x5
#endif
#ifndef PCIXBUS_ERRTYPE_SYSTEM
#define PCIXBUS_ERRTYPE_SYSTEM 0x2
#endif
#ifndef PCIXBUS_ERRTYPE_UNKNOWN
#define PCIXBUS_ERRTYPE_UNKNOWN 0x0
#endif
#ifndef PCR_BTI_MITIGATION_CSWAP_HVC
#define PCR_BTI_MITIGATION_CSWAP_HVC 0x10
#endif
#ifndef PCR_BTI_MITIGATION_CSWAP_SMC
#define PCR_BTI_MITIGATION_CSWAP_SMC 0x20
#endif
#ifndef PCR_BTI_MITIGATION_NONE
#define PCR_BTI_MITIGATION_NONE 0x0
#endif
#ifndef PCR_BTI_MITIGATION_VBAR_MASK
#define PCR_BTI_MITIGATION_VBAR_MASK 0xF
#endif
#ifndef PCR_MAJOR_VERSION
#define PCR_MAJOR_VERSION 0x1
#endif
#ifndef PCR_MINOR_VERSION
#define PCR_MINOR_VERSION 0x1
#endif
#ifndef PCW_CURRENT_VERSION
#define PCW_CURRENT_VERSION 0x200
#endif
#ifndef PCW_VERSION_1
#define PCW_VERSION_1 0x100
#endif
#ifndef PCW_VERSION_2
#define PCW_VERSION_2 0x200
#endif
#ifndef PDCAP_D0_SUPPORTED
#define PDCAP_D0_SUPPORTED 0x1
#endif
#ifndef PDCAP_D1_SUPPORTED
#define PDCAP_D1_SUPPORTED 0x2
#endif
#ifndef PDCAP_D2_SUPPORTED
#define PDCAP_D2_SUPPORTED 0x4
#endif
#ifndef PDCAP_D3_SUPPORTED
#define PDCAP_D3_SUPPORTED 0x8
#endif
#ifndef PDCAP_WAKE_FROM_D0_SUPPORTED
#define PDCAP_WAKE_FROM_D0_SUPPORTED 0x10
#endif
#ifndef PDCAP_WAKE_FROM_D1_SUPPORTED
#define PDCAP_WAKE_FROM_D1_SUPPORTED 0x20
#endif
#ifndef PDCAP_WAKE_FROM_D2_SUPPORTED
#define PDCAP_WAKE_FROM_D2_SUPPORTED 0x40
#endif
#ifndef PDCAP_WAKE_FROM_D3_SUPPORTED
#define PDCAP_WAKE_FROM_D3_SUPPORTED 0x80
#endif
#ifndef PDCAP_WARM_EJECT_SUPPORTED
#define PDCAP_WARM_EJECT_SUPPORTED 0x100
#endif
#ifndef PDE_BASE
#define PDE_BASE ((LONGLONG)0xFFFFF6FB40000000ULL)
#endif
#ifndef PDE_PER_PAGE
#define PDE_PER_PAGE 0x200
#endif
#ifndef PDE_TOP
#define PDE_TOP ((LONGLONG)0xFFFFF6FB7FFFFFFFULL)
#endif
#ifndef PDI_MASK_AMD64
#define PDI_MASK_AMD64 0x1FF
#endif
#ifndef PDI_SHIFT
#define PDI_SHIFT 0x15
#endif
#ifndef PERFSTATE_POLICY_CHANGE_DECREASE_MAX
#define PERFSTATE_POLICY_CHANGE_DECREASE_MAX 0x2
#endif
#ifndef PERFSTATE_POLICY_CHANGE_IDEAL
#define PERFSTATE_POLICY_CHANGE_IDEAL 0x0
#endif
#ifndef PERFSTATE_POLICY_CHANGE_IDEAL_AGGRESSIVE
#define PERFSTATE_POLICY_CHANGE_IDEAL_AGGRESSIVE 0x3
#endif
#ifndef PERFSTATE_POLICY_CHANGE_INCREASE_MAX
#define PERFSTATE_POLICY_CHANGE_INCREASE_MAX 0x3
#endif
#ifndef PERFSTATE_POLICY_CHANGE_MAX
#define PERFSTATE_POLICY_CHANGE_MAX 0x2
#endif
#ifndef PERFSTATE_POLICY_CHANGE_ROCKET
#define PERFSTATE_POLICY_CHANGE_ROCKET 0x2
#endif
#ifndef PERFSTATE_POLICY_CHANGE_SINGLE
#define PERFSTATE_POLICY_CHANGE_SINGLE 0x1
#endif
#ifndef PERSISTENT_VOLUME_STATE_BACKED_BY_WIM
#define PERSISTENT_VOLUME_STATE_BACKED_BY_WIM 0x40
#endif
#ifndef PERSISTENT_VOLUME_STATE_CHKDSK_RAN_ONCE
#define PERSISTENT_VOLUME_STATE_CHKDSK_RAN_ONCE 0x400
#endif
#ifndef PERSISTENT_VOLUME_STATE_CONTAINS_BACKING_WIM
#define PERSISTENT_VOLUME_STATE_CONTAINS_BACKING_WIM 0x20
#endif
#ifndef PERSISTENT_VOLUME_STATE_DAX_FORMATTED
#define PERSISTENT_VOLUME_STATE_DAX_FORMATTED 0x1000
#endif
#ifndef PERSISTENT_VOLUME_STATE_GLOBAL_METADATA_NO_SEEK_PENALTY
#define PERSISTENT_VOLUME_STATE_GLOBAL_METADATA_NO_SEEK_PENALTY 0x4
#endif
#ifndef PERSISTENT_VOLUME_STATE_LOCAL_METADATA_NO_SEEK_PENALTY
#define PERSISTENT_VOLUME_STATE_LOCAL_METADATA_NO_SEEK_PENALTY 0x8
#endif
#ifndef PERSISTENT_VOLUME_STATE_MODIFIED_BY_CHKDSK
#define PERSISTENT_VOLUME_STATE_MODIFIED_BY_CHKDSK 0x800
#endif
#ifndef PERSISTENT_VOLUME_STATE_NO_HEAT_GATHERING
#define PERSISTENT_VOLUME_STATE_NO_HEAT_GATHERING 0x10
#endif
#ifndef PERSISTENT_VOLUME_STATE_NO_WRITE_AUTO_TIERING
#define PERSISTENT_VOLUME_STATE_NO_WRITE_AUTO_TIERING 0x80
#endif
#ifndef PERSISTENT_VOLUME_STATE_REALLOCATE_ALL_DATA_WRITES
#define PERSISTENT_VOLUME_STATE_REALLOCATE_ALL_DATA_WRITES 0x200
#endif
#ifndef PERSISTENT_VOLUME_STATE_SHORT_NAME_CREATION_DISABLED
#define PERSISTENT_VOLUME_STATE_SHORT_NAME_CREATION_DISABLED 0x1
#endif
#ifndef PERSISTENT_VOLUME_STATE_TXF_DISABLED
#define PERSISTENT_VOLUME_STATE_TXF_DISABLED 0x100
#endif
#ifndef PERSISTENT_VOLUME_STATE_VOLUME_SCRUB_DISABLED
#define PERSISTENT_VOLUME_STATE_VOLUME_SCRUB_DISABLED 0x2
#endif
#ifndef PF_3DNOW_INSTRUCTIONS_AVAILABLE
#define PF_3DNOW_INSTRUCTIONS_AVAILABLE 0x7
#endif
#ifndef PF_ACCESS_TRACING_CONTROL_VERSION
#define PF_ACCESS_TRACING_CONTROL_VERSION 0x3
#endif
#ifndef PF_ALPHA_BYTE_INSTRUCTIONS
#define PF_ALPHA_BYTE_INSTRUCTIONS 0x5
#endif
#ifndef PF_APP_LAUNCH_SCENARIO_CONTROL_VERSION
#define PF_APP_LAUNCH_SCENARIO_CONTROL_VERSION 0x1
#endif
#ifndef PF_ARM_64BIT_LOADSTORE_ATOMIC
#define PF_ARM_64BIT_LOADSTORE_ATOMIC 0x19
#endif
#ifndef PF_ARM_DIVIDE_INSTRUCTION_AVAILABLE
#define PF_ARM_DIVIDE_INSTRUCTION_AVAILABLE 0x18
#endif
#ifndef PF_ARM_EXTERNAL_CACHE_AVAILABLE
#define PF_ARM_EXTERNAL_CACHE_AVAILABLE 0x1A
#endif
#ifndef PF_ARM_FMAC_INSTRUCTIONS_AVAILABLE
#define PF_ARM_FMAC_INSTRUCTIONS_AVAILABLE 0x1B
#endif
#ifndef PF_ARM_NEON_INSTRUCTIONS_AVAILABLE
#define PF_ARM_NEON_INSTRUCTIONS_AVAILABLE 0x13
#endif
#ifndef PF_ARM_V81_ATOMIC_INSTRUCTIONS_AVAILABLE
#define PF_ARM_V81_ATOMIC_INSTRUCTIONS_AVAILABLE 0x22
#endif
#ifndef PF_ARM_V82_DP_INSTRUCTIONS_AVAILABLE
#define PF_ARM_V82_DP_INSTRUCTIONS_AVAILABLE 0x2B
#endif
#ifndef PF_ARM_V83_JSCVT_INSTRUCTIONS_AVAILABLE
#define PF_ARM_V83_JSCVT_INSTRUCTIONS_AVAILABLE 0x2C
#endif
#ifndef PF_ARM_V83_LRCPC_INSTRUCTIONS_AVAILABLE
#define PF_ARM_V83_LRCPC_INSTRUCTIONS_AVAILABLE 0x2D
#endif
#ifndef PF_ARM_V8_CRC32_INSTRUCTIONS_AVAILABLE
#define PF_ARM_V8_CRC32_INSTRUCTIONS_AVAILABLE 0x1F
#endif
#ifndef PF_ARM_V8_CRYPTO_INSTRUCTIONS_AVAILABLE
#define PF_ARM_V8_CRYPTO_INSTRUCTIONS_AVAILABLE 0x1E
#endif
#ifndef PF_ARM_V8_INSTRUCTIONS_AVAILABLE
#define PF_ARM_V8_INSTRUCTIONS_AVAILABLE 0x1D
#endif
#ifndef PF_ARM_VFP_32_REGISTERS_AVAILABLE
#define PF_ARM_VFP_32_REGISTERS_AVAILABLE 0x12
#endif
#ifndef PF_AVX2_INSTRUCTIONS_AVAILABLE
#define PF_AVX2_INSTRUCTIONS_AVAILABLE 0x28
#endif
#ifndef PF_AVX512F_INSTRUCTIONS_AVAILABLE
#define PF_AVX512F_INSTRUCTIONS_AVAILABLE 0x29
#endif
#ifndef PF_AVX_INSTRUCTIONS_AVAILABLE
#define PF_AVX_INSTRUCTIONS_AVAILABLE 0x27
#endif
#ifndef PF_BOOT_CONTROL_VERSION
#define PF_BOOT_CONTROL_VERSION 0x1
#endif
#ifndef PF_CACHE_ENTRY_UPDATE_VERSION
#define PF_CACHE_ENTRY_UPDATE_VERSION 0x2
#endif
#ifndef PF_CHANNELS_ENABLED
#define PF_CHANNELS_ENABLED 0x10
#endif
#ifndef PF_COMPARE64_EXCHANGE128
#define PF_COMPARE64_EXCHANGE128 0xF
#endif
#ifndef PF_COMPARE_EXCHANGE128
#define PF_COMPARE_EXCHANGE128 0xE
#endif
#ifndef PF_COMPARE_EXCHANGE_DOUBLE
#define PF_COMPARE_EXCHANGE_DOUBLE 0x2
#endif
#ifndef PF_DEPRIORITIZE_OLD_PAGES_VERSION
#define PF_DEPRIORITIZE_OLD_PAGES_VERSION 0x3
#endif
#ifndef PF_ERMS_AVAILABLE
#define PF_ERMS_AVAILABLE 0x2A
#endif
#ifndef PF_FASTFAIL_AVAILABLE
#define PF_FASTFAIL_AVAILABLE 0x17
#endif
#ifndef PF_FILE_EXTENTS_INFO_VERSION
#define PF_FILE_EXTENTS_INFO_VERSION 0x1
#endif
#ifndef PF_FILE_EXTENTS_INFO_VERSION2
#define PF_FILE_EXTENTS_INFO_VERSION2 0x2
#endif
#ifndef PF_FLOATING_POINT_EMULATED
#define PF_FLOATING_POINT_EMULATED 0x1
#endif
#ifndef PF_FLOATING_POINT_PRECISION_ERRATA
#define PF_FLOATING_POINT_PRECISION_ERRATA 0x0
#endif
#ifndef PF_GPU_UTILIZATION_INFO_VERSION
#define PF_GPU_UTILIZATION_INFO_VERSION 0x1
#endif
#ifndef PF_LOG_EVENT_DATA_VERSION
#define PF_LOG_EVENT_DATA_VERSION 0x1
#endif
#ifndef PF_MEMORY_LIST_INFO_VERSION
#define PF_MEMORY_LIST_INFO_VERSION 0x1
#endif
#ifndef PF_MIN_WS_AGE_RATE_CONTROL_VERSION
#define PF_MIN_WS_AGE_RATE_CONTROL_VERSION 0x1
#endif
#ifndef PF_MMX_INSTRUCTIONS_AVAILABLE
#define PF_MMX_INSTRUCTIONS_AVAILABLE 0x3
#endif
#ifndef PF_MONITORX_INSTRUCTION_AVAILABLE
#define PF_MONITORX_INSTRUCTION_AVAILABLE 0x23
#endif
#ifndef PF_NON_TEMPORAL_LEVEL_ALL
#define PF_NON_TEMPORAL_LEVEL_ALL 0x0
#endif
#ifndef PF_NX_ENABLED
#define PF_NX_ENABLED 0xC
#endif
#ifndef PF_PAE_ENABLED
#define PF_PAE_ENABLED 0x9
#endif
#ifndef PF_PAGECOMBINE_AGGREGATE_STAT_VERSION
#define PF_PAGECOMBINE_AGGREGATE_STAT_VERSION 0x1
#endif
#ifndef PF_PFN_PRIO_REQUEST_QUERY_MEMORY_LIST
#define PF_PFN_PRIO_REQUEST_QUERY_MEMORY_LIST 0x1
#endif
#ifndef PF_PFN_PRIO_REQUEST_VALID_FLAGS
#define PF_PFN_PRIO_REQUEST_VALID_FLAGS 0x1
#endif
#ifndef PF_PFN_PRIO_REQUEST_VERSION
#define PF_PFN_PRIO_REQUEST_VERSION 0x1
#endif
#ifndef PF_PHYSICAL_MEMORY_RANGE_INFO_V1_VERSION
#define PF_PHYSICAL_MEMORY_RANGE_INFO_V1_VERSION 0x1
#endif
#ifndef PF_PHYSICAL_MEMORY_RANGE_INFO_V2_VERSION
#define PF_PHYSICAL_MEMORY_RANGE_INFO_V2_VERSION 0x2
#endif
#ifndef PF_PPC_MOVEMEM_64BIT_OK
#define PF_PPC_MOVEMEM_64BIT_OK 0x4
#endif
#ifndef PF_PREFETCH_REQUEST_VERSION
#define PF_PREFETCH_REQUEST_VERSION 0xD
#endif
#ifndef PF_PRIVSOURCE_QUERY_REQUEST_FLAGS_QUERYCOMPRESSEDPAGES
#define PF_PRIVSOURCE_QUERY_REQUEST_FLAGS_QUERYCOMPRESSEDPAGES 0x2
#endif
#ifndef PF_PRIVSOURCE_QUERY_REQUEST_FLAGS_QUERYSKIPPAGES
#define PF_PRIVSOURCE_QUERY_REQUEST_FLAGS_QUERYSKIPPAGES 0x4
#endif
#ifndef PF_PRIVSOURCE_QUERY_REQUEST_FLAGS_QUERYWSPAGES
#define PF_PRIVSOURCE_QUERY_REQUEST_FLAGS_QUERYWSPAGES 0x1
#endif
#ifndef PF_PRIVSOURCE_QUERY_REQUEST_VERSION
#define PF_PRIVSOURCE_QUERY_REQUEST_VERSION 0x8
#endif
#ifndef PF_RDPID_INSTRUCTION_AVAILABLE
#define PF_RDPID_INSTRUCTION_AVAILABLE 0x21
#endif
#ifndef PF_RDRAND_INSTRUCTION_AVAILABLE
#define PF_RDRAND_INSTRUCTION_AVAILABLE 0x1C
#endif
#ifndef PF_RDTSCP_INSTRUCTION_AVAILABLE
#define PF_RDTSCP_INSTRUCTION_AVAILABLE 0x20
#endif
#ifndef PF_RDTSC_INSTRUCTION_AVAILABLE
#define PF_RDTSC_INSTRUCTION_AVAILABLE 0x8
#endif
#ifndef PF_RDWRFSGSBASE_AVAILABLE
#define PF_RDWRFSGSBASE_AVAILABLE 0x16
#endif
#ifndef PF_REPURPOSED_BY_PREFETCH_INFO_VERSION
#define PF_REPURPOSED_BY_PREFETCH_INFO_VERSION 0x1
#endif
#ifndef PF_RETRIEVE_TRACE_MAGIC
#define PF_RETRIEVE_TRACE_MAGIC 0x41534343
#endif
#ifndef PF_RETRIEVE_TRACE_VERSION
#define PF_RETRIEVE_TRACE_VERSION 0x1F
#endif
#ifndef PF_ROBUSTNESS_CONTROL_VERSION
#define PF_ROBUSTNESS_CONTROL_VERSION 0x3
#endif
#ifndef PF_SCENARIO_PHASE_INFO_VERSION
#define PF_SCENARIO_PHASE_INFO_VERSION 0x4
#endif
#ifndef PF_SCENARIO_QUERY_INFO_VERSION
#define PF_SCENARIO_QUERY_INFO_VERSION 0x4
#endif
#ifndef PF_SECOND_LEVEL_ADDRESS_TRANSLATION
#define PF_SECOND_LEVEL_ADDRESS_TRANSLATION 0x14
#endif
#ifndef PF_SN_OPERATION_PROCESS_VERSION
#define PF_SN_OPERATION_PROCESS_VERSION 0x1
#endif
#ifndef PF_SSE3_INSTRUCTIONS_AVAILABLE
#define PF_SSE3_INSTRUCTIONS_AVAILABLE 0xD
#endif
#ifndef PF_SSE4_1_INSTRUCTIONS_AVAILABLE
#define PF_SSE4_1_INSTRUCTIONS_AVAILABLE 0x25
#endif
#ifndef PF_SSE4_2_INSTRUCTIONS_AVAILABLE
#define PF_SSE4_2_INSTRUCTIONS_AVAILABLE 0x26
#endif
#ifndef PF_SSE_DAZ_MODE_AVAILABLE
#define PF_SSE_DAZ_MODE_AVAILABLE 0xB
#endif
#ifndef PF_SSSE3_INSTRUCTIONS_AVAILABLE
#define PF_SSSE3_INSTRUCTIONS_AVAILABLE 0x24
#endif
#ifndef PF_TEMPORAL_LEVEL_1
#define PF_TEMPORAL_LEVEL_1 0x1
#endif
#ifndef PF_TEMPORAL_LEVEL_2
#define PF_TEMPORAL_LEVEL_2 0x2
#endif
#ifndef PF_TEMPORAL_LEVEL_3
#define PF_TEMPORAL_LEVEL_3 0x3
#endif
#ifndef PF_TRIM_WHILE_AGING_CONTROL_VERSION_1
#define PF_TRIM_WHILE_AGING_CONTROL_VERSION_1 0x1
#endif
#ifndef PF_TRIM_WHILE_AGING_CONTROL_VERSION_2
#define PF_TRIM_WHILE_AGING_CONTROL_VERSION_2 0x2
#endif
#ifndef PF_VIRTUAL_QUERY_VERSION
#define PF_VIRTUAL_QUERY_VERSION 0x1
#endif
#ifndef PF_VIRT_FIRMWARE_ENABLED
#define PF_VIRT_FIRMWARE_ENABLED 0x15
#endif
#ifndef PF_XMMI64_INSTRUCTIONS_AVAILABLE
#define PF_XMMI64_INSTRUCTIONS_AVAILABLE 0xA
#endif
#ifndef PF_XMMI_INSTRUCTIONS_AVAILABLE
#define PF_XMMI_INSTRUCTIONS_AVAILABLE 0x6
#endif
#ifndef PF_XSAVE_ENABLED
#define PF_XSAVE_ENABLED 0x11
#endif
#ifndef PHCM_APPLICATION_DEFAULT
#define PHCM_APPLICATION_DEFAULT 0x0
#endif
#ifndef PHCM_DISGUISE_FULL_PLACEHOLDERS
#define PHCM_DISGUISE_FULL_PLACEHOLDERS 0x3
#endif
#ifndef PHCM_DISGUISE_PLACEHOLDERS
#define PHCM_DISGUISE_PLACEHOLDERS 0x1
#endif
#ifndef PHCM_ERROR_INVALID_PARAMETER
#define PHCM_ERROR_INVALID_PARAMETER ((LONG)0xFFFFFFFF)
#endif
#ifndef PHCM_ERROR_NO_PEB
#define PHCM_ERROR_NO_PEB ((LONG)0xFFFFFFFD)
#endif
#ifndef PHCM_ERROR_NO_TEB
#define PHCM_ERROR_NO_TEB ((LONG)0xFFFFFFFE)
#endif
#ifndef PHCM_EXPOSE_PLACEHOLDERS
#define PHCM_EXPOSE_PLACEHOLDERS 0x2
#endif
#ifndef PHCM_MAX
#define PHCM_MAX 0x3
#endif
#ifndef PIN_CALLER_TRACKS_DIRTY_DATA
#define PIN_CALLER_TRACKS_DIRTY_DATA 0x20
#endif
#ifndef PIN_EXCLUSIVE
#define PIN_EXCLUSIVE 0x2
#endif
#ifndef PIN_HIGH_PRIORITY
#define PIN_HIGH_PRIORITY 0x40
#endif
#ifndef PIN_IF_BCB
#define PIN_IF_BCB 0x8
#endif
#ifndef PIN_NO_READ
#define PIN_NO_READ 0x4
#endif
#ifndef PIN_VERIFY_REQUIRED
#define PIN_VERIFY_REQUIRED 0x80
#endif
#ifndef PIN_WAIT
#define PIN_WAIT 0x1
#endif
#ifndef PLUGPLAY_PROPERTY_PERSISTENT
#define PLUGPLAY_PROPERTY_PERSISTENT 0x1
#endif
#ifndef PLUGPLAY_REGKEY_CURRENT_HWPROFILE
#define PLUGPLAY_REGKEY_CURRENT_HWPROFILE 0x4
#endif
#ifndef PLUGPLAY_REGKEY_DEVICE
#define PLUGPLAY_REGKEY_DEVICE 0x1
#endif
#ifndef PLUGPLAY_REGKEY_DRIVER
#define PLUGPLAY_REGKEY_DRIVER 0x2
#endif
#ifndef PNP_DEVICE_ASSIGNED_TO_GUEST
#define PNP_DEVICE_ASSIGNED_TO_GUEST 0x100
#endif
#ifndef PNP_DEVICE_DISABLED
#define PNP_DEVICE_DISABLED 0x1
#endif
#ifndef PNP_DEVICE_DISCONNECTED
#define PNP_DEVICE_DISCONNECTED 0x40
#endif
#ifndef PNP_DEVICE_DONT_DISPLAY_IN_UI
#define PNP_DEVICE_DONT_DISPLAY_IN_UI 0x2
#endif
#ifndef PNP_DEVICE_FAILED
#define PNP_DEVICE_FAILED 0x4
#endif
#ifndef PNP_DEVICE_NOT_DISABLEABLE
#define PNP_DEVICE_NOT_DISABLEABLE 0x20
#endif
#ifndef PNP_DEVICE_REMOVED
#define PNP_DEVICE_REMOVED 0x8
#endif
#ifndef PNP_DEVICE_RESOURCE_REQUIREMENTS_CHANGED
#define PNP_DEVICE_RESOURCE_REQUIREMENTS_CHANGED 0x10
#endif
#ifndef PNP_DEVICE_RESOURCE_UPDATED
#define PNP_DEVICE_RESOURCE_UPDATED 0x80
#endif
#ifndef PNP_EXTENDED_ADDRESS_INTERFACE_VERSION
#define PNP_EXTENDED_ADDRESS_INTERFACE_VERSION 0x1
#endif
#ifndef PNP_LOCATION_INTERFACE_VERSION
#define PNP_LOCATION_INTERFACE_VERSION 0x1
#endif
#ifndef PNP_REPLACE_DRIVER_INTERFACE_MINIMUM_SIZE
#define PNP_REPLACE_DRIVER_INTERFACE_MINIMUM_SIZE 0x40
#endif
#ifndef PNP_REPLACE_DRIVER_INTERFACE_VERSION
#define PNP_REPLACE_DRIVER_INTERFACE_VERSION 0x1
#endif
#ifndef PNP_REPLACE_HARDWARE_MEMORY_MIRRORING
#define PNP_REPLACE_HARDWARE_MEMORY_MIRRORING 0x4
#endif
#ifndef PNP_REPLACE_HARDWARE_PAGE_COPY
#define PNP_REPLACE_HARDWARE_PAGE_COPY 0x8
#endif
#ifndef PNP_REPLACE_HARDWARE_QUIESCE
#define PNP_REPLACE_HARDWARE_QUIESCE 0x10
#endif
#ifndef PNP_REPLACE_MEMORY_SUPPORTED
#define PNP_REPLACE_MEMORY_SUPPORTED 0x1
#endif
#ifndef PNP_REPLACE_NO_MAP
#define PNP_REPLACE_NO_MAP 0x7FFFFFFFFFFFFFFFULL
#endif
#ifndef PNP_REPLACE_PARAMETERS_VERSION
#define PNP_REPLACE_PARAMETERS_VERSION 0x2
#endif
#ifndef PNP_REPLACE_PROCESSOR_SUPPORTED
#define PNP_REPLACE_PROCESSOR_SUPPORTED 0x2
#endif
#ifndef PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES
#define PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES 0x1
#endif
#ifndef PO_CB_AC_STATUS
#define PO_CB_AC_STATUS 0x1
#endif
#ifndef PO_CB_BUTTON_COLLISION
#define PO_CB_BUTTON_COLLISION 0x2
#endif
#ifndef PO_CB_LID_SWITCH_STATE
#define PO_CB_LID_SWITCH_STATE 0x4
#endif
#ifndef PO_CB_PROCESSOR_POWER_POLICY
#define PO_CB_PROCESSOR_POWER_POLICY 0x5
#endif
#ifndef PO_CB_SYSTEM_POWER_POLICY
#define PO_CB_SYSTEM_POWER_POLICY 0x0
#endif
#ifndef PO_CB_SYSTEM_STATE_LOCK
#define PO_CB_SYSTEM_STATE_LOCK 0x3
#endif
#ifndef PO_FX_COMPONENT_FLAG_F0_ON_DX
#define PO_FX_COMPONENT_FLAG_F0_ON_DX 0x1
#endif
#ifndef PO_FX_COMPONENT_FLAG_NO_DEBOUNCE
#define PO_FX_COMPONENT_FLAG_NO_DEBOUNCE 0x2
#endif
#ifndef PO_FX_DEVICE_FLAG_DFX_CHILDREN_OPTIONAL
#define PO_FX_DEVICE_FLAG_DFX_CHILDREN_OPTIONAL 0x6
#endif
#ifndef PO_FX_DEVICE_FLAG_DFX_DIRECT_CHILDREN_OPTIONAL
#define PO_FX_DEVICE_FLAG_DFX_DIRECT_CHILDREN_OPTIONAL 0x2
#endif
#ifndef PO_FX_DEVICE_FLAG_DFX_POWER_CHILDREN_OPTIONAL
#define PO_FX_DEVICE_FLAG_DFX_POWER_CHILDREN_OPTIONAL 0x4
#endif
#ifndef PO_FX_DEVICE_FLAG_RESERVED_1
#define PO_FX_DEVICE_FLAG_RESERVED_1 0x1
#endif
#ifndef PO_FX_DIRECTED_FX_DEFAULT_IDLE_TIMEOUT
#define PO_FX_DIRECTED_FX_DEFAULT_IDLE_TIMEOUT 0x0
#endif
#ifndef PO_FX_DIRECTED_FX_IMMEDIATE_IDLE_TIMEOUT
#define PO_FX_DIRECTED_FX_IMMEDIATE_IDLE_TIMEOUT 0xFFFFFFFF
#endif
#ifndef PO_FX_DIRECTED_FX_MAX_IDLE_TIMEOUT
#define PO_FX_DIRECTED_FX_MAX_IDLE_TIMEOUT 0x258
#endif
#ifndef PO_FX_FLAG_ASYNC_ONLY
#define PO_FX_FLAG_ASYNC_ONLY 0x2
#endif
#ifndef PO_FX_FLAG_BLOCKING
#define PO_FX_FLAG_BLOCKING 0x1
#endif
#ifndef PO_FX_FLAG_PERF_PEP_OPTIONAL
#define PO_FX_FLAG_PERF_PEP_OPTIONAL 0x1
#endif
#ifndef PO_FX_FLAG_PERF_QUERY_ON_ALL_IDLE_STATES
#define PO_FX_FLAG_PERF_QUERY_ON_ALL_IDLE_STATES 0x4
#endif
#ifndef PO_FX_FLAG_PERF_QUERY_ON_F0
#define PO_FX_FLAG_PERF_QUERY_ON_F0 0x2
#endif
#ifndef PO_FX_UNKNOWN_POWER
#define PO_FX_UNKNOWN_POWER 0xFFFFFFFF
#endif
#ifndef PO_FX_UNKNOWN_TIME
#define PO_FX_UNKNOWN_TIME 0xFFFFFFFFFFFFFFFFULL
#endif
#ifndef PO_FX_VERSION
#define PO_FX_VERSION 0x1
#endif
#ifndef PO_FX_VERSION_V1
#define PO_FX_VERSION_V1 0x1
#endif
#ifndef PO_FX_VERSION_V2
#define PO_FX_VERSION_V2 0x2
#endif
#ifndef PO_FX_VERSION_V3
#define PO_FX_VERSION_V3 0x3
#endif
#ifndef PO_MEM_BOOT_PHASE
#define PO_MEM_BOOT_PHASE 0x00010000
#endif
#ifndef PO_MEM_CLONE
#define PO_MEM_CLONE 0x2
#endif
#ifndef PO_MEM_CL_OR_NCHK
#define PO_MEM_CL_OR_NCHK 0x4
#endif
#ifndef PO_MEM_DISCARD
#define PO_MEM_DISCARD 0x8000
#endif
#ifndef PO_MEM_PAGE_ADDRESS
#define PO_MEM_PAGE_ADDRESS 0x4000
#endif
#ifndef PO_MEM_PRESERVE
#define PO_MEM_PRESERVE 0x1
#endif
#ifndef POLICY_AUDIT_SUBCATEGORY_COUNT
#define POLICY_AUDIT_SUBCATEGORY_COUNT 0x35
#endif
#ifndef PORT_MAXIMUM_MESSAGE_LENGTH
#define PORT_MAXIMUM_MESSAGE_LENGTH 0x200
#endif
#ifndef POWER_CONNECTIVITY_IN_STANDBY_DISABLED
#define POWER_CONNECTIVITY_IN_STANDBY_DISABLED 0x0
#endif
#ifndef POWER_CONNECTIVITY_IN_STANDBY_ENABLED
#define POWER_CONNECTIVITY_IN_STANDBY_ENABLED 0x1
#endif
#ifndef POWER_CONNECTIVITY_IN_STANDBY_SYSTEM_MANAGED
#define POWER_CONNECTIVITY_IN_STANDBY_SYSTEM_MANAGED 0x2
#endif
#ifndef POWER_DEVICE_IDLE_POLICY_CONSERVATIVE
#define POWER_DEVICE_IDLE_POLICY_CONSERVATIVE 0x1
#endif
#ifndef POWER_DEVICE_IDLE_POLICY_PERFORMANCE
#define POWER_DEVICE_IDLE_POLICY_PERFORMANCE 0x0
#endif
#ifndef POWER_DISCONNECTED_STANDBY_MODE_AGGRESSIVE
#define POWER_DISCONNECTED_STANDBY_MODE_AGGRESSIVE 0x1
#endif
#ifndef POWER_DISCONNECTED_STANDBY_MODE_NORMAL
#define POWER_DISCONNECTED_STANDBY_MODE_NORMAL 0x0
#endif
#ifndef POWER_PLATFORM_ROLE_V1
#define POWER_PLATFORM_ROLE_V1 0x1
#endif
#ifndef POWER_PLATFORM_ROLE_V1_MAX
#define POWER_PLATFORM_ROLE_V1_MAX 0x8
#endif
#ifndef POWER_PLATFORM_ROLE_V2
#define POWER_PLATFORM_ROLE_V2 0x2
#endif
#ifndef POWER_PLATFORM_ROLE_V2_MAX
#define POWER_PLATFORM_ROLE_V2_MAX 0x9
#endif
#ifndef POWER_PLATFORM_ROLE_VERSION
#define POWER_PLATFORM_ROLE_VERSION 0x2
#endif
#ifndef POWER_PLATFORM_ROLE_VERSION_MAX
#define POWER_PLATFORM_ROLE_VERSION_MAX 0x9
#endif
#ifndef POWER_REQUEST_CONTEXT_DETAILED_STRING
#define POWER_REQUEST_CONTEXT_DETAILED_STRING 0x2
#endif
#ifndef POWER_REQUEST_CONTEXT_SIMPLE_STRING
#define POWER_REQUEST_CONTEXT_SIMPLE_STRING 0x1
#endif
#ifndef POWER_REQUEST_CONTEXT_VERSION
#define POWER_REQUEST_CONTEXT_VERSION 0x0
#endif
#ifndef POWER_SETTING_VALUE_VERSION
#define POWER_SETTING_VALUE_VERSION 0x1
#endif
#ifndef POWER_SYSTEM_MAXIMUM
#define POWER_SYSTEM_MAXIMUM 0x7
#endif
#ifndef POWER_THROTTLING_PROCESS_CURRENT_VERSION
#define POWER_THROTTLING_PROCESS_CURRENT_VERSION 0x1
#endif
#ifndef POWER_THROTTLING_PROCESS_DELAYTIMERS
#define POWER_THROTTLING_PROCESS_DELAYTIMERS 0x2
#endif
#ifndef POWER_THROTTLING_PROCESS_EXECUTION_SPEED
#define POWER_THROTTLING_PROCESS_EXECUTION_SPEED 0x1
#endif
#ifndef POWER_THROTTLING_PROCESS_IGNORE_TIMER_RESOLUTION
#define POWER_THROTTLING_PROCESS_IGNORE_TIMER_RESOLUTION 0x4
#endif
#ifndef POWER_THROTTLING_THREAD_CURRENT_VERSION
#define POWER_THROTTLING_THREAD_CURRENT_VERSION 0x1
#endif
#ifndef POWER_THROTTLING_THREAD_EXECUTION_SPEED
#define POWER_THROTTLING_THREAD_EXECUTION_SPEED 0x1
#endif
#ifndef POWER_THROTTLING_THREAD_VALID_FLAGS
#define POWER_THROTTLING_THREAD_VALID_FLAGS 0x1
#endif
#ifndef POWERBUTTON_ACTION_INDEX_HIBERNATE
#define POWERBUTTON_ACTION_INDEX_HIBERNATE 0x2
#endif
#ifndef POWERBUTTON_ACTION_INDEX_NOTHING
#define POWERBUTTON_ACTION_INDEX_NOTHING 0x0
#endif
#ifndef POWERBUTTON_ACTION_INDEX_SHUTDOWN
#define POWERBUTTON_ACTION_INDEX_SHUTDOWN 0x3
#endif
#ifndef POWERBUTTON_ACTION_INDEX_SLEEP
#define POWERBUTTON_ACTION_INDEX_SLEEP 0x1
#endif
#ifndef POWERBUTTON_ACTION_INDEX_TURN_OFF_THE_DISPLAY
#define POWERBUTTON_ACTION_INDEX_TURN_OFF_THE_DISPLAY 0x4
#endif
#ifndef POWERBUTTON_ACTION_VALUE_HIBERNATE
#define POWERBUTTON_ACTION_VALUE_HIBERNATE 0x3
#endif
#ifndef POWERBUTTON_ACTION_VALUE_NOTHING
#define POWERBUTTON_ACTION_VALUE_NOTHING 0x0
#endif
#ifndef POWERBUTTON_ACTION_VALUE_SHUTDOWN
#define POWERBUTTON_ACTION_VALUE_SHUTDOWN 0x6
#endif
#ifndef POWERBUTTON_ACTION_VALUE_SLEEP
#define POWERBUTTON_ACTION_VALUE_SLEEP 0x2
#endif
#ifndef POWERBUTTON_ACTION_VALUE_TURN_OFF_THE_DISPLAY
#define POWERBUTTON_ACTION_VALUE_TURN_OFF_THE_DISPLAY 0x8
#endif
#ifndef PPE_BASE
#define PPE_BASE ((LONGLONG)0xFFFFF6FB7DA00000ULL)
#endif
#ifndef PPE_PER_PAGE
#define PPE_PER_PAGE 0x200
#endif
#ifndef PPE_TOP
#define PPE_TOP ((LONGLONG)0xFFFFF6FB7DBFFFFFULL)
#endif
#ifndef PPI_MASK
#define PPI_MASK 0x1FF
#endif
#ifndef PPI_SHIFT
#define PPI_SHIFT 0x1E
#endif
#ifndef PRAGMA_DEPRECATED_DDK
#define PRAGMA_DEPRECATED_DDK 0x0
#endif
#ifndef PRIVILEGE_SET_ALL_NECESSARY
#define PRIVILEGE_SET_ALL_NECESSARY 0x1
#endif
#ifndef PROCESS_ACTIVITY_THROTTLE_ALL
#define PROCESS_ACTIVITY_THROTTLE_ALL 0x3
#endif
#ifndef PROCESS_ACTIVITY_THROTTLE_DELAYTIMERS
#define PROCESS_ACTIVITY_THROTTLE_DELAYTIMERS 0x2
#endif
#ifndef PROCESS_ACTIVITY_THROTTLE_EXECUTIONSPEED
#define PROCESS_ACTIVITY_THROTTLE_EXECUTIONSPEED 0x1
#endif
#ifndef PROCESS_ALL_ACCESS
#define PROCESS_ALL_ACCESS 0x001FFFFF
#endif
#ifndef PROCESS_COMMIT_RELEASE_CURRENT_VERSION
#define PROCESS_COMMIT_RELEASE_CURRENT_VERSION 0x3
#endif
#ifndef PROCESS_CREATE_FLAGS_AUXILIARY_PROCESS
#define PROCESS_CREATE_FLAGS_AUXILIARY_PROCESS 0x8000
#endif
#ifndef PROCESS_CREATE_FLAGS_BREAKAWAY
#define PROCESS_CREATE_FLAGS_BREAKAWAY 0x1
#endif
#ifndef PROCESS_CREATE_FLAGS_CLONE_MINIMAL
#define PROCESS_CREATE_FLAGS_CLONE_MINIMAL 0x2000
#endif
#ifndef PROCESS_CREATE_FLAGS_CLONE_MINIMAL_REDUCED_COMMIT
#define PROCESS_CREATE_FLAGS_CLONE_MINIMAL_REDUCED_COMMIT 0x4000
#endif
#ifndef PROCESS_CREATE_FLAGS_CREATE_SESSION
#define PROCESS_CREATE_FLAGS_CREATE_SESSION 0x80
#endif
#ifndef PROCESS_CREATE_FLAGS_CREATE_STORE
#define PROCESS_CREATE_FLAGS_CREATE_STORE 0x00020000
#endif
#ifndef PROCESS_CREATE_FLAGS_CREATE_SUSPENDED
#define PROCESS_CREATE_FLAGS_CREATE_SUSPENDED 0x200
#endif
#ifndef PROCESS_CREATE_FLAGS_EXTENDED_UNKNOWN
#define PROCESS_CREATE_FLAGS_EXTENDED_UNKNOWN 0x400
#endif
#ifndef PROCESS_CREATE_FLAGS_FORCE_BREAKAWAY
#define PROCESS_CREATE_FLAGS_FORCE_BREAKAWAY 0x400
#endif
#ifndef PROCESS_CREATE_FLAGS_IMAGE_EXPANSION_MITIGATION_DISABLE
#define PROCESS_CREATE_FLAGS_IMAGE_EXPANSION_MITIGATION_DISABLE 0x00080000
#endif
#ifndef PROCESS_CREATE_FLAGS_INHERIT_FROM_PARENT
#define PROCESS_CREATE_FLAGS_INHERIT_FROM_PARENT 0x100
#endif
#ifndef PROCESS_CREATE_FLAGS_INHERIT_HANDLES
#define PROCESS_CREATE_FLAGS_INHERIT_HANDLES 0x4
#endif
#ifndef PROCESS_CREATE_FLAGS_LARGE_PAGES
#define PROCESS_CREATE_FLAGS_LARGE_PAGES 0x10
#endif
#ifndef PROCESS_CREATE_FLAGS_LARGE_PAGE_SYSTEM_DLL
#define PROCESS_CREATE_FLAGS_LARGE_PAGE_SYSTEM_DLL 0x20
#endif
#ifndef PROCESS_CREATE_FLAGS_MINIMAL_PROCESS
#define PROCESS_CREATE_FLAGS_MINIMAL_PROCESS 0x800
#endif
#ifndef PROCESS_CREATE_FLAGS_NONE
#define PROCESS_CREATE_FLAGS_NONE 0x0
#endif
#ifndef PROCESS_CREATE_FLAGS_NO_DEBUG_INHERIT
#define PROCESS_CREATE_FLAGS_NO_DEBUG_INHERIT 0x2
#endif
#ifndef PROCESS_CREATE_FLAGS_OVERRIDE_ADDRESS_SPACE
#define PROCESS_CREATE_FLAGS_OVERRIDE_ADDRESS_SPACE 0x8
#endif
#ifndef PROCESS_CREATE_FLAGS_PARTITION_CREATE_SLAB_IDENTITY
#define PROCESS_CREATE_FLAGS_PARTITION_CREATE_SLAB_IDENTITY 0x00400000
#endif
#ifndef PROCESS_CREATE_FLAGS_PROTECTED_PROCESS
#define PROCESS_CREATE_FLAGS_PROTECTED_PROCESS 0x40
#endif
#ifndef PROCESS_CREATE_FLAGS_RELEASE_SECTION
#define PROCESS_CREATE_FLAGS_RELEASE_SECTION 0x1000
#endif
#ifndef PROCESS_CREATE_FLAGS_SUSPENDED
#define PROCESS_CREATE_FLAGS_SUSPENDED 0x200
#endif
#ifndef PROCESS_CREATE_FLAGS_USE_PROTECTED_ENVIRONMENT
#define PROCESS_CREATE_FLAGS_USE_PROTECTED_ENVIRONMENT 0x00040000
#endif
#ifndef PROCESS_CREATE_PROCESS
#define PROCESS_CREATE_PROCESS 0x80
#endif
#ifndef PROCESS_CREATE_THREAD
#define PROCESS_CREATE_THREAD 0x2
#endif
#ifndef PROCESS_DUP_HANDLE
#define PROCESS_DUP_HANDLE 0x40
#endif
#ifndef PROCESS_ENERGY_STATE_DESKTOP_VISIBLE
#define PROCESS_ENERGY_STATE_DESKTOP_VISIBLE 0x8
#endif
#ifndef PROCESS_ENERGY_STATE_FOREGROUND
#define PROCESS_ENERGY_STATE_FOREGROUND 0x4
#endif
#ifndef PROCESS_ENERGY_STATE_PSM_FOREGROUND
#define PROCESS_ENERGY_STATE_PSM_FOREGROUND 0x10
#endif
#ifndef PROCESS_EXCEPTION_PORT_ALL_STATE_BITS
#define PROCESS_EXCEPTION_PORT_ALL_STATE_BITS 0x3
#endif
#ifndef PROCESS_EXCEPTION_PORT_ALL_STATE_FLAGS
#define PROCESS_EXCEPTION_PORT_ALL_STATE_FLAGS 0x7
#endif
#ifndef PROCESS_FAULT_FLAG_ESCALATE_SEVERITY
#define PROCESS_FAULT_FLAG_ESCALATE_SEVERITY 0x4
#endif
#ifndef PROCESS_FAULT_FLAG_MARK_CRASHED
#define PROCESS_FAULT_FLAG_MARK_CRASHED 0x1
#endif
#ifndef PROCESS_FAULT_FLAG_SET_STATE_CRASHED
#define PROCESS_FAULT_FLAG_SET_STATE_CRASHED 0x2
#endif
#ifndef PROCESS_FAULT_FLAG_SET_TERMINAL_BIT
#define PROCESS_FAULT_FLAG_SET_TERMINAL_BIT 0x8
#endif
#ifndef PROCESS_GET_NEXT_FLAGS_PREVIOUS_PROCESS
#define PROCESS_GET_NEXT_FLAGS_PREVIOUS_PROCESS 0x1
#endif
#ifndef PROCESS_HANDLE_EXCEPTIONS_ENABLED
#define PROCESS_HANDLE_EXCEPTIONS_ENABLED 0x1
#endif
#ifndef PROCESS_HANDLE_RAISE_EXCEPTION_ON_INVALID_HANDLE_CLOSE_DISABLED
#define PROCESS_HANDLE_RAISE_EXCEPTION_ON_INVALID_HANDLE_CLOSE_DISABLED 0x0
#endif
#ifndef PROCESS_HANDLE_RAISE_EXCEPTION_ON_INVALID_HANDLE_CLOSE_ENABLED
#define PROCESS_HANDLE_RAISE_EXCEPTION_ON_INVALID_HANDLE_CLOSE_ENABLED 0x1
#endif
#ifndef PROCESS_HANDLE_RAISE_UM_EXCEPTION_ON_INVALID_HANDLE_CLOSE_DISABLED
#define PROCESS_HANDLE_RAISE_UM_EXCEPTION_ON_INVALID_HANDLE_CLOSE_DISABLED 0x0
#endif
#ifndef PROCESS_HANDLE_RAISE_UM_EXCEPTION_ON_INVALID_HANDLE_CLOSE_ENABLED
#define PROCESS_HANDLE_RAISE_UM_EXCEPTION_ON_INVALID_HANDLE_CLOSE_ENABLED 0x1
#endif
#ifndef PROCESS_HANDLE_TRACE_TYPE_BADREF
#define PROCESS_HANDLE_TRACE_TYPE_BADREF 0x3
#endif
#ifndef PROCESS_HANDLE_TRACE_TYPE_CLOSE
#define PROCESS_HANDLE_TRACE_TYPE_CLOSE 0x2
#endif
#ifndef PROCESS_HANDLE_TRACE_TYPE_OPEN
#define PROCESS_HANDLE_TRACE_TYPE_OPEN 0x1
#endif
#ifndef PROCESS_HANDLE_TRACING_MAX_SLOTS
#define PROCESS_HANDLE_TRACING_MAX_SLOTS 0x00020000
#endif
#ifndef PROCESS_HANDLE_TRACING_MAX_STACKS
#define PROCESS_HANDLE_TRACING_MAX_STACKS 0x10
#endif
#ifndef PROCESS_INSTRUMENTATION_CALLBACK_INFORMATION_VERSION
#define PROCESS_INSTRUMENTATION_CALLBACK_INFORMATION_VERSION 0x0
#endif
#ifndef PROCESS_LEAP_SECOND_FLAG_ENABLE_SIXTY_SECOND
#define PROCESS_LEAP_SECOND_FLAG_ENABLE_SIXTY_SECOND 0x1
#endif
#ifndef PROCESS_LEAP_SECOND_VALID_FLAGS
#define PROCESS_LEAP_SECOND_VALID_FLAGS 0x1
#endif
#ifndef PROCESS_LUID_DOSDEVICES_ONLY
#define PROCESS_LUID_DOSDEVICES_ONLY 0x1
#endif
#ifndef PROCESS_PARAMS_FLAG_NORMALIZED
#define PROCESS_PARAMS_FLAG_NORMALIZED 0x1
#endif
#ifndef PROCESS_PRIOCLASS_ABOVE_NORMAL
#define PROCESS_PRIOCLASS_ABOVE_NORMAL 0x6
#endif
#ifndef PROCESS_PRIOCLASS_BELOW_NORMAL
#define PROCESS_PRIOCLASS_BELOW_NORMAL 0x5
#endif
#ifndef PROCESS_PRIOCLASS_HIGH
#define PROCESS_PRIOCLASS_HIGH 0x3
#endif
#ifndef PROCESS_PRIOCLASS_IDLE
#define PROCESS_PRIOCLASS_IDLE 0x1
#endif
#ifndef PROCESS_PRIOCLASS_NORMAL
#define PROCESS_PRIOCLASS_NORMAL 0x2
#endif
#ifndef PROCESS_PRIOCLASS_REALTIME
#define PROCESS_PRIOCLASS_REALTIME 0x4
#endif
#ifndef PROCESS_QUERY_INFORMATION
#define PROCESS_QUERY_INFORMATION 0x400
#endif
#ifndef PROCESS_QUERY_LIMITED_INFORMATION
#define PROCESS_QUERY_LIMITED_INFORMATION 0x1000
#endif
#ifndef PROCESS_READWRITEVM_LOGGING_ENABLE_READVM
#define PROCESS_READWRITEVM_LOGGING_ENABLE_READVM 0x1
#endif
#ifndef PROCESS_READWRITEVM_LOGGING_ENABLE_READVM_V
#define PROCESS_READWRITEVM_LOGGING_ENABLE_READVM_V 0x1
#endif
#ifndef PROCESS_READWRITEVM_LOGGING_ENABLE_WRITEVM
#define PROCESS_READWRITEVM_LOGGING_ENABLE_WRITEVM 0x2
#endif
#ifndef PROCESS_READWRITEVM_LOGGING_ENABLE_WRITEVM_V
#define PROCESS_READWRITEVM_LOGGING_ENABLE_WRITEVM_V 0x2
#endif
#ifndef PROCESS_SET_INFORMATION
#define PROCESS_SET_INFORMATION 0x200
#endif
#ifndef PROCESS_SET_LIMITED_INFORMATION
#define PROCESS_SET_LIMITED_INFORMATION 0x2000
#endif
#ifndef PROCESS_SET_PORT
#define PROCESS_SET_PORT 0x800
#endif
#ifndef PROCESS_SET_QUOTA
#define PROCESS_SET_QUOTA 0x100
#endif
#ifndef PROCESS_SUSPEND_RESUME
#define PROCESS_SUSPEND_RESUME 0x800
#endif
#ifndef PROCESS_TERMINATE
#define PROCESS_TERMINATE 0x1
#endif
#ifndef PROCESS_TRUST_LABEL_SECURITY_INFORMATION
#define PROCESS_TRUST_LABEL_SECURITY_INFORMATION 0x80
#endif
#ifndef PROCESS_VM_OPERATION
#define PROCESS_VM_OPERATION 0x8
#endif
#ifndef PROCESS_VM_READ
#define PROCESS_VM_READ 0x10
#endif
#ifndef PROCESS_VM_WRITE
#define PROCESS_VM_WRITE 0x20
#endif
#ifndef PROCESS_WORKING_SET_CONTROL_VERSION
#define PROCESS_WORKING_SET_CONTROL_VERSION 0x3
#endif
#ifndef PROCESS_WORKING_SET_FLAG_COMPRESS
#define PROCESS_WORKING_SET_FLAG_COMPRESS 0x8
#endif
#ifndef PROCESS_WORKING_SET_FLAG_EMPTY_PAGES
#define PROCESS_WORKING_SET_FLAG_EMPTY_PAGES 0x4
#endif
#ifndef PROCESS_WORKING_SET_FLAG_EMPTY_PRIVATE_PAGES
#define PROCESS_WORKING_SET_FLAG_EMPTY_PRIVATE_PAGES 0x1
#endif
#ifndef PROCESS_WORKING_SET_FLAG_EMPTY_SHARED_PAGES
#define PROCESS_WORKING_SET_FLAG_EMPTY_SHARED_PAGES 0x2
#endif
#ifndef PROCESS_WORKING_SET_FLAG_STORE
#define PROCESS_WORKING_SET_FLAG_STORE 0x10
#endif
#ifndef PROCESSOR_DUTY_CYCLING_DISABLED
#define PROCESSOR_DUTY_CYCLING_DISABLED 0x0
#endif
#ifndef PROCESSOR_DUTY_CYCLING_ENABLED
#define PROCESSOR_DUTY_CYCLING_ENABLED 0x1
#endif
#ifndef PROCESSOR_FEATURE_MAX
#define PROCESSOR_FEATURE_MAX 0x40
#endif
#ifndef PROCESSOR_PERF_AUTONOMOUS_MODE_DISABLED
#define PROCESSOR_PERF_AUTONOMOUS_MODE_DISABLED 0x0
#endif
#ifndef PROCESSOR_PERF_AUTONOMOUS_MODE_ENABLED
#define PROCESSOR_PERF_AUTONOMOUS_MODE_ENABLED 0x1
#endif
#ifndef PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE
#define PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE 0x2
#endif
#ifndef PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE_AT_GUARANTEED
#define PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE_AT_GUARANTEED 0x5
#endif
#ifndef PROCESSOR_PERF_BOOST_MODE_DISABLED
#define PROCESSOR_PERF_BOOST_MODE_DISABLED 0x0
#endif
#ifndef PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE 0x4
#endif
#ifndef PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE_AT_GUARANTEED
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE_AT_GUARANTEED 0x6
#endif
#ifndef PROCESSOR_PERF_BOOST_MODE_EFFICIENT_ENABLED
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_ENABLED 0x3
#endif
#ifndef PROCESSOR_PERF_BOOST_MODE_ENABLED
#define PROCESSOR_PERF_BOOST_MODE_ENABLED 0x1
#endif
#ifndef PROCESSOR_PERF_BOOST_MODE_MAX
#define PROCESSOR_PERF_BOOST_MODE_MAX 0x6
#endif
#ifndef PROCESSOR_PERF_BOOST_POLICY_DISABLED
#define PROCESSOR_PERF_BOOST_POLICY_DISABLED 0x0
#endif
#ifndef PROCESSOR_PERF_BOOST_POLICY_MAX
#define PROCESSOR_PERF_BOOST_POLICY_MAX 0x64
#endif
#ifndef PROCESSOR_PERF_ENERGY_PREFERENCE
#define PROCESSOR_PERF_ENERGY_PREFERENCE 0x0
#endif
#ifndef PROCESSOR_PERF_MAXIMUM_ACTIVITY_WINDOW
#define PROCESSOR_PERF_MAXIMUM_ACTIVITY_WINDOW 0x4BB2A980
#endif
#ifndef PROCESSOR_PERF_MINIMUM_ACTIVITY_WINDOW
#define PROCESSOR_PERF_MINIMUM_ACTIVITY_WINDOW 0x0
#endif
#ifndef PROCESSOR_PERF_PERFORMANCE_PREFERENCE
#define PROCESSOR_PERF_PERFORMANCE_PREFERENCE 0xFF
#endif
#ifndef PROCESSOR_THROTTLE_AUTOMATIC
#define PROCESSOR_THROTTLE_AUTOMATIC 0x2
#endif
#ifndef PROCESSOR_THROTTLE_DISABLED
#define PROCESSOR_THROTTLE_DISABLED 0x0
#endif
#ifndef PROCESSOR_THROTTLE_ENABLED
#define PROCESSOR_THROTTLE_ENABLED 0x1
#endif
#ifndef PROJFS_PROTOCOL_VERSION
#define PROJFS_PROTOCOL_VERSION 0x3
#endif
#ifndef PROTECTED_DACL_SECURITY_INFORMATION
#define PROTECTED_DACL_SECURITY_INFORMATION ((LONG)0x80000000)
#endif
#ifndef PROTECTED_POOL
#define PROTECTED_POOL 0x80000000
#endif
#ifndef PROTECTED_SACL_SECURITY_INFORMATION
#define PROTECTED_SACL_SECURITY_INFORMATION 0x40000000
#endif
#ifndef PS_ATTRIBUTE_ADDITIVE
#define PS_ATTRIBUTE_ADDITIVE 0x00040000
#endif
#ifndef PS_ATTRIBUTE_ALL_APPLICATION_PACKAGES_POLICY
#define PS_ATTRIBUTE_ALL_APPLICATION_PACKAGES_POLICY 0x00020015
#endif
#ifndef PS_ATTRIBUTE_BNO_ISOLATION
#define PS_ATTRIBUTE_BNO_ISOLATION 0x00020018
#endif
#ifndef PS_ATTRIBUTE_CHILD_PROCESS_POLICY
#define PS_ATTRIBUTE_CHILD_PROCESS_POLICY 0x00020014
#endif
#ifndef PS_ATTRIBUTE_CHPE
#define PS_ATTRIBUTE_CHPE 0x0006001A
#endif
#ifndef PS_ATTRIBUTE_CLIENT_ID
#define PS_ATTRIBUTE_CLIENT_ID 0x00010003
#endif
#ifndef PS_ATTRIBUTE_COMPONENT_FILTER
#define PS_ATTRIBUTE_COMPONENT_FILTER 0x0002001D
#endif
#ifndef PS_ATTRIBUTE_DEBUG_OBJECT
#define PS_ATTRIBUTE_DEBUG_OBJECT 0x00060001
#endif
#ifndef PS_ATTRIBUTE_DEBUG_PORT
#define PS_ATTRIBUTE_DEBUG_PORT 0x00060001
#endif
#ifndef PS_ATTRIBUTE_DESKTOP_APP_POLICY
#define PS_ATTRIBUTE_DESKTOP_APP_POLICY 0x00020019
#endif
#ifndef PS_ATTRIBUTE_ENABLE_OPTIONAL_XSTATE_FEATURES
#define PS_ATTRIBUTE_ENABLE_OPTIONAL_XSTATE_FEATURES 0x0003001E
#endif
#ifndef PS_ATTRIBUTE_ERROR_MODE
#define PS_ATTRIBUTE_ERROR_MODE 0x00020009
#endif
#ifndef PS_ATTRIBUTE_GROUP_AFFINITY
#define PS_ATTRIBUTE_GROUP_AFFINITY 0x0003000C
#endif
#ifndef PS_ATTRIBUTE_HANDLE_LIST
#define PS_ATTRIBUTE_HANDLE_LIST 0x0002000B
#endif
#ifndef PS_ATTRIBUTE_IDEAL_PROCESSOR
#define PS_ATTRIBUTE_IDEAL_PROCESSOR 0x0003000E
#endif
#ifndef PS_ATTRIBUTE_IMAGE_INFO
#define PS_ATTRIBUTE_IMAGE_INFO 0x6
#endif
#ifndef PS_ATTRIBUTE_IMAGE_NAME
#define PS_ATTRIBUTE_IMAGE_NAME 0x00020005
#endif
#ifndef PS_ATTRIBUTE_INPUT
#define PS_ATTRIBUTE_INPUT 0x00020000
#endif
#ifndef PS_ATTRIBUTE_JOB_LIST
#define PS_ATTRIBUTE_JOB_LIST 0x00020013
#endif
#ifndef PS_ATTRIBUTE_MACHINE_TYPE
#define PS_ATTRIBUTE_MACHINE_TYPE 0x0006001C
#endif
#ifndef PS_ATTRIBUTE_MEMORY_RESERVE
#define PS_ATTRIBUTE_MEMORY_RESERVE 0x00020007
#endif
#ifndef PS_ATTRIBUTE_MITIGATION_AUDIT_OPTIONS
#define PS_ATTRIBUTE_MITIGATION_AUDIT_OPTIONS 0x0002001B
#endif
#ifndef PS_ATTRIBUTE_MITIGATION_OPTIONS
#define PS_ATTRIBUTE_MITIGATION_OPTIONS 0x00020010
#endif
#ifndef PS_ATTRIBUTE_NUMBER_MASK
#define PS_ATTRIBUTE_NUMBER_MASK 0xFFFF
#endif
#ifndef PS_ATTRIBUTE_PARENT_PROCESS
#define PS_ATTRIBUTE_PARENT_PROCESS 0x00060000
#endif
#ifndef PS_ATTRIBUTE_PREFERRED_NODE
#define PS_ATTRIBUTE_PREFERRED_NODE 0x0002000D
#endif
#ifndef PS_ATTRIBUTE_PRIORITY_CLASS
#define PS_ATTRIBUTE_PRIORITY_CLASS 0x00020008
#endif
#ifndef PS_ATTRIBUTE_PROTECTION_LEVEL
#define PS_ATTRIBUTE_PROTECTION_LEVEL 0x00060011
#endif
#ifndef PS_ATTRIBUTE_SAFE_OPEN_PROMPT_ORIGIN_CLAIM
#define PS_ATTRIBUTE_SAFE_OPEN_PROMPT_ORIGIN_CLAIM 0x00020017
#endif
#ifndef PS_ATTRIBUTE_SECURE_PROCESS
#define PS_ATTRIBUTE_SECURE_PROCESS 0x00020012
#endif
#ifndef PS_ATTRIBUTE_STD_HANDLE_INFO
#define PS_ATTRIBUTE_STD_HANDLE_INFO 0x0002000A
#endif
#ifndef PS_ATTRIBUTE_SUPPORTED_MACHINES
#define PS_ATTRIBUTE_SUPPORTED_MACHINES 0x0006001F
#endif
#ifndef PS_ATTRIBUTE_SVE_VECTOR_LENGTH
#define PS_ATTRIBUTE_SVE_VECTOR_LENGTH 0x00020020
#endif
#ifndef PS_ATTRIBUTE_TEB_ADDRESS
#define PS_ATTRIBUTE_TEB_ADDRESS 0x00010004
#endif
#ifndef PS_ATTRIBUTE_THREAD
#define PS_ATTRIBUTE_THREAD 0x00010000
#endif
#ifndef PS_ATTRIBUTE_TOKEN
#define PS_ATTRIBUTE_TOKEN 0x00060002
#endif
#ifndef PS_ATTRIBUTE_UMS_THREAD
#define PS_ATTRIBUTE_UMS_THREAD 0x0003000F
#endif
#ifndef PS_ATTRIBUTE_WIN32K_FILTER
#define PS_ATTRIBUTE_WIN32K_FILTER 0x00020016
#endif
#ifndef PS_CONSOLE_HOST_CONSOLE_APP_FLAG
#define PS_CONSOLE_HOST_CONSOLE_APP_FLAG 0x2
#endif
#ifndef PS_CONSOLE_HOST_PROCESS_MASK
#define PS_CONSOLE_HOST_PROCESS_MASK ((LONG)0xFFFFFFFC)
#endif
#ifndef PS_IMAGE_NOTIFY_CONFLICTING_ARCHITECTURE
#define PS_IMAGE_NOTIFY_CONFLICTING_ARCHITECTURE 0x1
#endif
#ifndef PS_INVALID_SILO_CONTEXT_SLOT
#define PS_INVALID_SILO_CONTEXT_SLOT 0xFFFFFFFF
#endif
#ifndef PS_PROTECTED_AUDIT_MASK
#define PS_PROTECTED_AUDIT_MASK 0x8
#endif
#ifndef PS_PROTECTED_SIGNER_MASK
#define PS_PROTECTED_SIGNER_MASK 0xFF
#endif
#ifndef PS_PROTECTED_TYPE_MASK
#define PS_PROTECTED_TYPE_MASK 0x7
#endif
#ifndef PS_STD_ERROR_HANDLE
#define PS_STD_ERROR_HANDLE 0x4
#endif
#ifndef PS_STD_INPUT_HANDLE
#define PS_STD_INPUT_HANDLE 0x1
#endif
#ifndef PS_STD_OUTPUT_HANDLE
#define PS_STD_OUTPUT_HANDLE 0x2
#endif
#ifndef PSMP_MAXIMUM_SYSAPP_CLAIM_VALUES
#define PSMP_MAXIMUM_SYSAPP_CLAIM_VALUES 0x4
#endif
#ifndef PSMP_MINIMUM_SYSAPP_CLAIM_VALUES
#define PSMP_MINIMUM_SYSAPP_CLAIM_VALUES 0x2
#endif
#ifndef PTE_BASE
#define PTE_BASE ((LONGLONG)0xFFFFF68000000000ULL)
#endif
#ifndef PTE_PER_PAGE
#define PTE_PER_PAGE 0x200
#endif
#ifndef PTE_TOP
#define PTE_TOP ((LONGLONG)0xFFFFF6FFFFFFFFFFULL)
#endif
#ifndef PTI_MASK_AMD64
#define PTI_MASK_AMD64 0x1FF
#endif
#ifndef PTI_SHIFT
#define PTI_SHIFT 0xC
#endif
#ifndef PURGE_WITH_ACTIVE_VIEWS
#define PURGE_WITH_ACTIVE_VIEWS 0x8
#endif
#ifndef PXE_BASE
#define PXE_BASE ((LONGLONG)0xFFFFF6FB7DBED000ULL)
#endif
#ifndef PXE_PER_PAGE
#define PXE_PER_PAGE 0x200
#endif
#ifndef PXE_SELFMAP
#define PXE_SELFMAP ((LONGLONG)0xFFFFF6FB7DBEDF68ULL)
#endif
#ifndef PXE_TOP
#define PXE_TOP ((LONGLONG)0xFFFFF6FB7DBEDFFFULL)
#endif
#ifndef PXI_MASK
#define PXI_MASK 0x1FF
#endif
#ifndef PXI_SHIFT
#define PXI_SHIFT 0x27
#endif
#ifndef PciDeviceD3Cold_Reason_Default_State_BitIndex
#define PciDeviceD3Cold_Reason_Default_State_BitIndex 0x8
#endif
#ifndef PciDeviceD3Cold_Reason_INF_BitIndex
#define PciDeviceD3Cold_Reason_INF_BitIndex 0x9
#endif
#ifndef PciDeviceD3Cold_Reason_Interface_Api_BitIndex
#define PciDeviceD3Cold_Reason_Interface_Api_BitIndex 0xA
#endif
#ifndef PciDeviceD3Cold_State_Disabled_BitIndex
#define PciDeviceD3Cold_State_Disabled_BitIndex 0x1
#endif
#ifndef PciDeviceD3Cold_State_Disabled_Bridge_HackFlags_BitIndex
#define PciDeviceD3Cold_State_Disabled_Bridge_HackFlags_BitIndex 0x4
#endif
#ifndef PciDeviceD3Cold_State_Enabled_BitIndex
#define PciDeviceD3Cold_State_Enabled_BitIndex 0x2
#endif
#ifndef PciDeviceD3Cold_State_ParentRootPortS0WakeSupported_BitIndex
#define PciDeviceD3Cold_State_ParentRootPortS0WakeSupported_BitIndex 0x3
#endif
#ifndef PciExpressASPMLinkSubState_L11_BitIndex
#define PciExpressASPMLinkSubState_L11_BitIndex 0x2
#endif
#ifndef PciExpressASPMLinkSubState_L12_BitIndex
#define PciExpressASPMLinkSubState_L12_BitIndex 0x3
#endif
#ifndef PciExpressPciPmLinkSubState_L11_BitIndex
#define PciExpressPciPmLinkSubState_L11_BitIndex 0x0
#endif
#ifndef PciExpressPciPmLinkSubState_L12_BitIndex
#define PciExpressPciPmLinkSubState_L12_BitIndex 0x1
#endif
#ifndef QUERY_DEPENDENT_VOLUME_REQUEST_FLAG_GUEST_VOLUMES
#define QUERY_DEPENDENT_VOLUME_REQUEST_FLAG_GUEST_VOLUMES 0x2
#endif
#ifndef QUERY_DEPENDENT_VOLUME_REQUEST_FLAG_HOST_VOLUMES
#define QUERY_DEPENDENT_VOLUME_REQUEST_FLAG_HOST_VOLUMES 0x1
#endif
#ifndef QUERY_DIRECT_ACCESS_DATA_EXTENTS
#define QUERY_DIRECT_ACCESS_DATA_EXTENTS 0x2
#endif
#ifndef QUERY_DIRECT_ACCESS_IMAGE_EXTENTS
#define QUERY_DIRECT_ACCESS_IMAGE_EXTENTS 0x1
#endif
#ifndef QUERY_FILE_LAYOUT_FILTER_TYPE_CLUSTERS
#define QUERY_FILE_LAYOUT_FILTER_TYPE_CLUSTERS 0x1
#endif
#ifndef QUERY_FILE_LAYOUT_FILTER_TYPE_FILEID
#define QUERY_FILE_LAYOUT_FILTER_TYPE_FILEID 0x2
#endif
#ifndef QUERY_FILE_LAYOUT_FILTER_TYPE_NONE
#define QUERY_FILE_LAYOUT_FILTER_TYPE_NONE 0x0
#endif
#ifndef QUERY_FILE_LAYOUT_FILTER_TYPE_STORAGE_RESERVE_ID
#define QUERY_FILE_LAYOUT_FILTER_TYPE_STORAGE_RESERVE_ID 0x3
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_EXTENTS
#define QUERY_FILE_LAYOUT_INCLUDE_EXTENTS 0x8
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_EXTRA_INFO
#define QUERY_FILE_LAYOUT_INCLUDE_EXTRA_INFO 0x10
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_FILES_WITH_DSC_ATTRIBUTE
#define QUERY_FILE_LAYOUT_INCLUDE_FILES_WITH_DSC_ATTRIBUTE 0x1000
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_FULL_PATH_IN_NAMES
#define QUERY_FILE_LAYOUT_INCLUDE_FULL_PATH_IN_NAMES 0x40
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_NAMES
#define QUERY_FILE_LAYOUT_INCLUDE_NAMES 0x2
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_ONLY_FILES_WITH_SPECIFIC_ATTRIBUTES
#define QUERY_FILE_LAYOUT_INCLUDE_ONLY_FILES_WITH_SPECIFIC_ATTRIBUTES 0x800
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAMS
#define QUERY_FILE_LAYOUT_INCLUDE_STREAMS 0x4
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAMS_WITH_NO_CLUSTERS_ALLOCATED
#define QUERY_FILE_LAYOUT_INCLUDE_STREAMS_WITH_NO_CLUSTERS_ALLOCATED 0x20
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION
#define QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION 0x80
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_DATA_ATTRIBUTE
#define QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_DATA_ATTRIBUTE 0x2000
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_DSC_ATTRIBUTE
#define QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_DSC_ATTRIBUTE 0x100
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_EA_ATTRIBUTE
#define QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_EA_ATTRIBUTE 0x8000
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_EFS_ATTRIBUTE
#define QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_EFS_ATTRIBUTE 0x400
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_REPARSE_ATTRIBUTE
#define QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_REPARSE_ATTRIBUTE 0x4000
#endif
#ifndef QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_TXF_ATTRIBUTE
#define QUERY_FILE_LAYOUT_INCLUDE_STREAM_INFORMATION_FOR_TXF_ATTRIBUTE 0x200
#endif
#ifndef QUERY_FILE_LAYOUT_NUM_FILTER_TYPES
#define QUERY_FILE_LAYOUT_NUM_FILTER_TYPES 0x4
#endif
#ifndef QUERY_FILE_LAYOUT_REPARSE_DATA_INVALID
#define QUERY_FILE_LAYOUT_REPARSE_DATA_INVALID 0x1
#endif
#ifndef QUERY_FILE_LAYOUT_REPARSE_TAG_INVALID
#define QUERY_FILE_LAYOUT_REPARSE_TAG_INVALID 0x2
#endif
#ifndef QUERY_FILE_LAYOUT_RESTART
#define QUERY_FILE_LAYOUT_RESTART 0x1
#endif
#ifndef QUERY_FILE_LAYOUT_SINGLE_INSTANCED
#define QUERY_FILE_LAYOUT_SINGLE_INSTANCED 0x1
#endif
#ifndef QUERY_STORAGE_CLASSES_FLAGS_MEASURE_READ
#define QUERY_STORAGE_CLASSES_FLAGS_MEASURE_READ 0x40000000
#endif
#ifndef QUERY_STORAGE_CLASSES_FLAGS_MEASURE_WRITE
#define QUERY_STORAGE_CLASSES_FLAGS_MEASURE_WRITE 0x80000000
#endif
#ifndef QUERY_STORAGE_CLASSES_FLAGS_NO_DEFRAG_VOLUME
#define QUERY_STORAGE_CLASSES_FLAGS_NO_DEFRAG_VOLUME 0x20000000
#endif
#ifndef QUOTA_LIMITS_HARDWS_MAX_DISABLE
#define QUOTA_LIMITS_HARDWS_MAX_DISABLE 0x8
#endif
#ifndef QUOTA_LIMITS_HARDWS_MAX_ENABLE
#define QUOTA_LIMITS_HARDWS_MAX_ENABLE 0x4
#endif
#ifndef QUOTA_LIMITS_HARDWS_MIN_DISABLE
#define QUOTA_LIMITS_HARDWS_MIN_DISABLE 0x2
#endif
#ifndef QUOTA_LIMITS_HARDWS_MIN_ENABLE
#define QUOTA_LIMITS_HARDWS_MIN_ENABLE 0x1
#endif
#ifndef QUOTA_LIMITS_USE_DEFAULT_LIMITS
#define QUOTA_LIMITS_USE_DEFAULT_LIMITS 0x10
#endif
#ifndef REFS_COMPRESSION_FORMAT_LZ4
#define REFS_COMPRESSION_FORMAT_LZ4 0x1
#endif
#ifndef REFS_COMPRESSION_FORMAT_MAX
#define REFS_COMPRESSION_FORMAT_MAX 0x3
#endif
#ifndef REFS_COMPRESSION_FORMAT_UNCOMPRESSED
#define REFS_COMPRESSION_FORMAT_UNCOMPRESSED 0x0
#endif
#ifndef REFS_COMPRESSION_FORMAT_ZSTD
#define REFS_COMPRESSION_FORMAT_ZSTD 0x2
#endif
#ifndef REFS_DEALLOCATE_RANGES_ALLOCATOR_CAA
#define REFS_DEALLOCATE_RANGES_ALLOCATOR_CAA 0x2
#endif
#ifndef REFS_DEALLOCATE_RANGES_ALLOCATOR_MAA
#define REFS_DEALLOCATE_RANGES_ALLOCATOR_MAA 0x3
#endif
#ifndef REFS_DEALLOCATE_RANGES_ALLOCATOR_NONE
#define REFS_DEALLOCATE_RANGES_ALLOCATOR_NONE 0x0
#endif
#ifndef REFS_DEALLOCATE_RANGES_ALLOCATOR_SAA
#define REFS_DEALLOCATE_RANGES_ALLOCATOR_SAA 0x1
#endif
#ifndef REFS_SET_VOLUME_COMPRESSION_INFO_FLAG_COMPRESS_SYNC
#define REFS_SET_VOLUME_COMPRESSION_INFO_FLAG_COMPRESS_SYNC 0x1
#endif
#ifndef REFS_SET_VOLUME_COMPRESSION_INFO_FLAG_MAX
#define REFS_SET_VOLUME_COMPRESSION_INFO_FLAG_MAX 0x1
#endif
#ifndef REFS_SMR_VOLUME_GC_PARAMETERS_VERSION_V1
#define REFS_SMR_VOLUME_GC_PARAMETERS_VERSION_V1 0x1
#endif
#ifndef REFS_SMR_VOLUME_INFO_OUTPUT_VERSION_V0
#define REFS_SMR_VOLUME_INFO_OUTPUT_VERSION_V0 0x0
#endif
#ifndef REFS_SMR_VOLUME_INFO_OUTPUT_VERSION_V1
#define REFS_SMR_VOLUME_INFO_OUTPUT_VERSION_V1 0x1
#endif
#ifndef REFS_STREAM_EXTENT_PROPERTY_CRC32
#define REFS_STREAM_EXTENT_PROPERTY_CRC32 0x80
#endif
#ifndef REFS_STREAM_EXTENT_PROPERTY_CRC64
#define REFS_STREAM_EXTENT_PROPERTY_CRC64 0x100
#endif
#ifndef REFS_STREAM_EXTENT_PROPERTY_GHOSTED
#define REFS_STREAM_EXTENT_PROPERTY_GHOSTED 0x200
#endif
#ifndef REFS_STREAM_EXTENT_PROPERTY_READONLY
#define REFS_STREAM_EXTENT_PROPERTY_READONLY 0x400
#endif
#ifndef REFS_STREAM_EXTENT_PROPERTY_SPARSE
#define REFS_STREAM_EXTENT_PROPERTY_SPARSE 0x8
#endif
#ifndef REFS_STREAM_EXTENT_PROPERTY_STREAM_RESERVED
#define REFS_STREAM_EXTENT_PROPERTY_STREAM_RESERVED 0x20
#endif
#ifndef REFS_STREAM_EXTENT_PROPERTY_VALID
#define REFS_STREAM_EXTENT_PROPERTY_VALID 0x10
#endif
#ifndef REFS_STREAM_SNAPSHOT_OPERATION_CLEAR_SHADOW_BTREE
#define REFS_STREAM_SNAPSHOT_OPERATION_CLEAR_SHADOW_BTREE 0x6
#endif
#ifndef REFS_STREAM_SNAPSHOT_OPERATION_CREATE
#define REFS_STREAM_SNAPSHOT_OPERATION_CREATE 0x1
#endif
#ifndef REFS_STREAM_SNAPSHOT_OPERATION_INVALID
#define REFS_STREAM_SNAPSHOT_OPERATION_INVALID 0x0
#endif
#ifndef REFS_STREAM_SNAPSHOT_OPERATION_LIST
#define REFS_STREAM_SNAPSHOT_OPERATION_LIST 0x2
#endif
#ifndef REFS_STREAM_SNAPSHOT_OPERATION_MAX
#define REFS_STREAM_SNAPSHOT_OPERATION_MAX 0x6
#endif
#ifndef REFS_STREAM_SNAPSHOT_OPERATION_QUERY_DELTAS
#define REFS_STREAM_SNAPSHOT_OPERATION_QUERY_DELTAS 0x3
#endif
#ifndef REFS_STREAM_SNAPSHOT_OPERATION_REVERT
#define REFS_STREAM_SNAPSHOT_OPERATION_REVERT 0x4
#endif
#ifndef REFS_STREAM_SNAPSHOT_OPERATION_SET_SHADOW_BTREE
#define REFS_STREAM_SNAPSHOT_OPERATION_SET_SHADOW_BTREE 0x5
#endif
#ifndef REG_APP_HIVE
#define REG_APP_HIVE 0x10
#endif
#ifndef REG_APP_HIVE_OPEN_READ_ONLY
#define REG_APP_HIVE_OPEN_READ_ONLY 0x2000
#endif
#ifndef REG_BINARY
#define REG_BINARY 0x3
#endif
#ifndef REG_BOOT_HIVE
#define REG_BOOT_HIVE 0x400
#endif
#ifndef REG_CREATED_NEW_KEY
#define REG_CREATED_NEW_KEY 0x1
#endif
#ifndef REG_DWORD
#define REG_DWORD 0x4
#endif
#ifndef REG_DWORD_BIG_ENDIAN
#define REG_DWORD_BIG_ENDIAN 0x5
#endif
#ifndef REG_DWORD_LITTLE_ENDIAN
#define REG_DWORD_LITTLE_ENDIAN 0x4
#endif
#ifndef REG_EXPAND_SZ
#define REG_EXPAND_SZ 0x2
#endif
#ifndef REG_FLAG_LINK
#define REG_FLAG_LINK 0x2
#endif
#ifndef REG_FLAG_VOLATILE
#define REG_FLAG_VOLATILE 0x1
#endif
#ifndef REG_FLUSH_HIVE_FILE_GROWTH
#define REG_FLUSH_HIVE_FILE_GROWTH 0x1000
#endif
#ifndef REG_FORCE_RESTORE
#define REG_FORCE_RESTORE 0x8
#endif
#ifndef REG_FORCE_UNLOAD
#define REG_FORCE_UNLOAD 0x1
#endif
#ifndef REG_FULL_RESOURCE_DESCRIPTOR
#define REG_FULL_RESOURCE_DESCRIPTOR 0x9
#endif
#ifndef REG_HIVE_EXACT_FILE_GROWTH
#define REG_HIVE_EXACT_FILE_GROWTH 0x80
#endif
#ifndef REG_HIVE_NO_RM
#define REG_HIVE_NO_RM 0x100
#endif
#ifndef REG_HIVE_SINGLE_LOG
#define REG_HIVE_SINGLE_LOG 0x200
#endif
#ifndef REG_IMMUTABLE
#define REG_IMMUTABLE 0x4000
#endif
#ifndef REG_INIT_BOOT_ACCEPTED_BASE
#define REG_INIT_BOOT_ACCEPTED_BASE 0x2
#endif
#ifndef REG_INIT_BOOT_ACCEPTED_MAX
#define REG_INIT_BOOT_ACCEPTED_MAX 0x3E9
#endif
#ifndef REG_INIT_BOOT_SETUP
#define REG_INIT_BOOT_SETUP 0x1
#endif
#ifndef REG_INIT_BOOT_SM
#define REG_INIT_BOOT_SM 0x0
#endif
#ifndef REG_KEY_DONT_SILENT_FAIL
#define REG_KEY_DONT_SILENT_FAIL 0x4
#endif
#ifndef REG_KEY_DONT_VIRTUALIZE
#define REG_KEY_DONT_VIRTUALIZE 0x2
#endif
#ifndef REG_KEY_RECURSE_FLAG
#define REG_KEY_RECURSE_FLAG 0x8
#endif
#ifndef REG_KEY_RESERVED_FLAG
#define REG_KEY_RESERVED_FLAG 0x1
#endif
#ifndef REG_LATEST_FORMAT
#define REG_LATEST_FORMAT 0x2
#endif
#ifndef REG_LEGAL_CHANGE_FILTER
#define REG_LEGAL_CHANGE_FILTER 0xF
#endif
#ifndef REG_LEGAL_OPTION
#define REG_LEGAL_OPTION 0xF
#endif
#ifndef REG_LINK
#define REG_LINK 0x6
#endif
#ifndef REG_LOAD_HIVE_OPEN_HANDLE
#define REG_LOAD_HIVE_OPEN_HANDLE 0x800
#endif
#ifndef REG_MAX_KEY_NAME_LENGTH
#define REG_MAX_KEY_NAME_LENGTH 0x200
#endif
#ifndef REG_MAX_KEY_VALUE_NAME_LENGTH
#define REG_MAX_KEY_VALUE_NAME_LENGTH 0x7FFF
#endif
#ifndef REG_MUI_STRING_TRUNCATE
#define REG_MUI_STRING_TRUNCATE 0x1
#endif
#ifndef REG_MULTI_SZ
#define REG_MULTI_SZ 0x7
#endif
#ifndef REG_NONE
#define REG_NONE 0x0
#endif
#ifndef REG_NOTIFY_CHANGE_ATTRIBUTES
#define REG_NOTIFY_CHANGE_ATTRIBUTES 0x2
#endif
#ifndef REG_NOTIFY_CHANGE_LAST_SET
#define REG_NOTIFY_CHANGE_LAST_SET 0x4
#endif
#ifndef REG_NOTIFY_CHANGE_NAME
#define REG_NOTIFY_CHANGE_NAME 0x1
#endif
#ifndef REG_NOTIFY_CHANGE_SECURITY
#define REG_NOTIFY_CHANGE_SECURITY 0x8
#endif
#ifndef REG_NOTIFY_THREAD_AGNOSTIC
#define REG_NOTIFY_THREAD_AGNOSTIC 0x10000000
#endif
#ifndef REG_NO_COMPRESSION
#define REG_NO_COMPRESSION 0x4
#endif
#ifndef REG_NO_IMPERSONATION_FALLBACK
#define REG_NO_IMPERSONATION_FALLBACK 0x8000
#endif
#ifndef REG_NO_LAZY_FLUSH
#define REG_NO_LAZY_FLUSH 0x4
#endif
#ifndef REG_OPENED_EXISTING_KEY
#define REG_OPENED_EXISTING_KEY 0x2
#endif
#ifndef REG_OPEN_LEGAL_OPTION
#define REG_OPEN_LEGAL_OPTION 0x1C
#endif
#ifndef REG_OPEN_READ_ONLY
#define REG_OPEN_READ_ONLY 0x2000
#endif
#ifndef REG_OPTION_BACKUP_RESTORE
#define REG_OPTION_BACKUP_RESTORE 0x4
#endif
#ifndef REG_OPTION_CREATE_LINK
#define REG_OPTION_CREATE_LINK 0x2
#endif
#ifndef REG_OPTION_DONT_VIRTUALIZE
#define REG_OPTION_DONT_VIRTUALIZE 0x10
#endif
#ifndef REG_OPTION_NON_VOLATILE
#define REG_OPTION_NON_VOLATILE 0x0
#endif
#ifndef REG_OPTION_OPEN_LINK
#define REG_OPTION_OPEN_LINK 0x8
#endif
#ifndef REG_OPTION_RESERVED
#define REG_OPTION_RESERVED 0x0
#endif
#ifndef REG_OPTION_VOLATILE
#define REG_OPTION_VOLATILE 0x1
#endif
#ifndef REG_PROCESS_APPKEY
#define REG_PROCESS_APPKEY 0x1
#endif
#ifndef REG_PROCESS_PRIVATE
#define REG_PROCESS_PRIVATE 0x20
#endif
#ifndef REG_QWORD
#define REG_QWORD 0xB
#endif
#ifndef REG_QWORD_LITTLE_ENDIAN
#define REG_QWORD_LITTLE_ENDIAN 0xB
#endif
#ifndef REG_REFRESH_HIVE
#define REG_REFRESH_HIVE 0x2
#endif
#ifndef REG_RESOURCE_LIST
#define REG_RESOURCE_LIST 0x8
#endif
#ifndef REG_RESOURCE_REQUIREMENTS_LIST
#define REG_RESOURCE_REQUIREMENTS_LIST 0xA
#endif
#ifndef REG_SECURE_CONNECTION
#define REG_SECURE_CONNECTION 0x1
#endif
#ifndef REG_STANDARD_FORMAT
#define REG_STANDARD_FORMAT 0x1
#endif
#ifndef REG_START_JOURNAL
#define REG_START_JOURNAL 0x40
#endif
#ifndef REG_SZ
#define REG_SZ 0x1
#endif
#ifndef REG_UNLOAD_LEGAL_FLAGS
#define REG_UNLOAD_LEGAL_FLAGS 0x1
#endif
#ifndef REG_USE_CURRENT_SECURITY_CONTEXT
#define REG_USE_CURRENT_SECURITY_CONTEXT 0x2
#endif
#ifndef REG_WHOLE_HIVE_VOLATILE
#define REG_WHOLE_HIVE_VOLATILE 0x1
#endif
#ifndef REMOTE_PROTOCOL_FLAG_INTEGRITY
#define REMOTE_PROTOCOL_FLAG_INTEGRITY 0x10
#endif
#ifndef REMOTE_PROTOCOL_FLAG_LOOPBACK
#define REMOTE_PROTOCOL_FLAG_LOOPBACK 0x1
#endif
#ifndef REMOTE_PROTOCOL_FLAG_MUTUAL_AUTH
#define REMOTE_PROTOCOL_FLAG_MUTUAL_AUTH 0x20
#endif
#ifndef REMOTE_PROTOCOL_FLAG_OFFLINE
#define REMOTE_PROTOCOL_FLAG_OFFLINE 0x2
#endif
#ifndef REMOTE_PROTOCOL_FLAG_PERSISTENT_HANDLE
#define REMOTE_PROTOCOL_FLAG_PERSISTENT_HANDLE 0x4
#endif
#ifndef REMOTE_PROTOCOL_FLAG_PRIVACY
#define REMOTE_PROTOCOL_FLAG_PRIVACY 0x8
#endif
#ifndef REMOVED_8DOT3_NAME
#define REMOVED_8DOT3_NAME 0x2
#endif
#ifndef REPARSE_DATA_BUFFER_EX_HEADER_SIZE
#define REPARSE_DATA_BUFFER_EX_HEADER_SIZE 0x28
#endif
#ifndef REPARSE_DATA_BUFFER_HEADER_SIZE
#define REPARSE_DATA_BUFFER_HEADER_SIZE 0x8
#endif
#ifndef REPARSE_DATA_EX_FLAG_GIVEN_TAG_OR_NONE
#define REPARSE_DATA_EX_FLAG_GIVEN_TAG_OR_NONE 0x1
#endif
#ifndef REPARSE_GUID_DATA_BUFFER_EX_HEADER_SIZE
#define REPARSE_GUID_DATA_BUFFER_EX_HEADER_SIZE 0x38
#endif
#ifndef REPARSE_GUID_DATA_BUFFER_HEADER_SIZE
#define REPARSE_GUID_DATA_BUFFER_HEADER_SIZE 0x18
#endif
#ifndef RESOURCE_HASH_TABLE_SIZE
#define RESOURCE_HASH_TABLE_SIZE 0x40
#endif
#ifndef RESOURCEMANAGER_ALL_ACCESS
#define RESOURCEMANAGER_ALL_ACCESS 0x001F007F
#endif
#ifndef RESOURCEMANAGER_COMPLETE_PROPAGATION
#define RESOURCEMANAGER_COMPLETE_PROPAGATION 0x40
#endif
#ifndef RESOURCEMANAGER_ENLIST
#define RESOURCEMANAGER_ENLIST 0x8
#endif
#ifndef RESOURCEMANAGER_GENERIC_EXECUTE
#define RESOURCEMANAGER_GENERIC_EXECUTE 0x0012005C
#endif
#ifndef RESOURCEMANAGER_GENERIC_READ
#define RESOURCEMANAGER_GENERIC_READ 0x00120001
#endif
#ifndef RESOURCEMANAGER_GENERIC_WRITE
#define RESOURCEMANAGER_GENERIC_WRITE 0x0012007E
#endif
#ifndef RESOURCEMANAGER_GET_NOTIFICATION
#define RESOURCEMANAGER_GET_NOTIFICATION 0x10
#endif
#ifndef RESOURCEMANAGER_QUERY_INFORMATION
#define RESOURCEMANAGER_QUERY_INFORMATION 0x1
#endif
#ifndef RESOURCEMANAGER_RECOVER
#define RESOURCEMANAGER_RECOVER 0x4
#endif
#ifndef RESOURCEMANAGER_REGISTER_PROTOCOL
#define RESOURCEMANAGER_REGISTER_PROTOCOL 0x20
#endif
#ifndef RESOURCEMANAGER_SET_INFORMATION
#define RESOURCEMANAGER_SET_INFORMATION 0x2
#endif
#ifndef RESULT_NEGATIVE
#define RESULT_NEGATIVE 0x1
#endif
#ifndef RESULT_POSITIVE
#define RESULT_POSITIVE 0x2
#endif
#ifndef RESULT_ZERO
#define RESULT_ZERO 0x0
#endif
#ifndef RETURN_NON_NT_USER_SESSION_KEY
#define RETURN_NON_NT_USER_SESSION_KEY 0x8
#endif
#ifndef RETURN_PRIMARY_LOGON_DOMAINNAME
#define RETURN_PRIMARY_LOGON_DOMAINNAME 0x4
#endif
#ifndef RETURN_PRIMARY_USERNAME
#define RETURN_PRIMARY_USERNAME 0x2
#endif
#ifndef RETURN_RESERVED_PARAMETER
#define RETURN_RESERVED_PARAMETER 0x80
#endif
#ifndef ROOT_CMD_ENABLE_CORRECTABLE_ERROR_REPORTING
#define ROOT_CMD_ENABLE_CORRECTABLE_ERROR_REPORTING 0x1
#endif
#ifndef ROOT_CMD_ENABLE_FATAL_ERROR_REPORTING
#define ROOT_CMD_ENABLE_FATAL_ERROR_REPORTING 0x4
#endif
#ifndef ROOT_CMD_ENABLE_NONFATAL_ERROR_REPORTING
#define ROOT_CMD_ENABLE_NONFATAL_ERROR_REPORTING 0x2
#endif
#ifndef ROOT_CMD_ERROR_REPORTING_ENABLE_MASK
#define ROOT_CMD_ERROR_REPORTING_ENABLE_MASK 0x7
#endif
#ifndef RPI_SMB2_SERVERCAP_DFS
#define RPI_SMB2_SERVERCAP_DFS 0x1
#endif
#ifndef RPI_SMB2_SERVERCAP_DIRECTORY_LEASING
#define RPI_SMB2_SERVERCAP_DIRECTORY_LEASING 0x20
#endif
#ifndef RPI_SMB2_SERVERCAP_ENCRYPTION_AWARE
#define RPI_SMB2_SERVERCAP_ENCRYPTION_AWARE 0x40
#endif
#ifndef RPI_SMB2_SERVERCAP_LARGEMTU
#define RPI_SMB2_SERVERCAP_LARGEMTU 0x4
#endif
#ifndef RPI_SMB2_SERVERCAP_LEASING
#define RPI_SMB2_SERVERCAP_LEASING 0x2
#endif
#ifndef RPI_SMB2_SERVERCAP_MULTICHANNEL
#define RPI_SMB2_SERVERCAP_MULTICHANNEL 0x8
#endif
#ifndef RPI_SMB2_SERVERCAP_PERSISTENT_HANDLES
#define RPI_SMB2_SERVERCAP_PERSISTENT_HANDLES 0x10
#endif
#ifndef RPI_SMB2_SHARECAP_ACCESS_BASED_DIRECTORY_ENUM
#define RPI_SMB2_SHARECAP_ACCESS_BASED_DIRECTORY_ENUM 0x100
#endif
#ifndef RPI_SMB2_SHARECAP_ASYMMETRIC_SCALEOUT
#define RPI_SMB2_SHARECAP_ASYMMETRIC_SCALEOUT 0x400
#endif
#ifndef RPI_SMB2_SHARECAP_CLUSTER
#define RPI_SMB2_SHARECAP_CLUSTER 0x40
#endif
#ifndef RPI_SMB2_SHARECAP_CONTINUOUS_AVAILABILITY
#define RPI_SMB2_SHARECAP_CONTINUOUS_AVAILABILITY 0x10
#endif
#ifndef RPI_SMB2_SHARECAP_DFS
#define RPI_SMB2_SHARECAP_DFS 0x8
#endif
#ifndef RPI_SMB2_SHARECAP_ENCRYPTED
#define RPI_SMB2_SHARECAP_ENCRYPTED 0x80
#endif
#ifndef RPI_SMB2_SHARECAP_IDENTITY_REMOTING
#define RPI_SMB2_SHARECAP_IDENTITY_REMOTING 0x200
#endif
#ifndef RPI_SMB2_SHARECAP_SCALEOUT
#define RPI_SMB2_SHARECAP_SCALEOUT 0x20
#endif
#ifndef RPI_SMB2_SHARECAP_TIMEWARP
#define RPI_SMB2_SHARECAP_TIMEWARP 0x2
#endif
#ifndef RPI_SMB2_SHAREFLAG_COMPRESS_DATA
#define RPI_SMB2_SHAREFLAG_COMPRESS_DATA 0x2
#endif
#ifndef RPI_SMB2_SHAREFLAG_ENCRYPT_DATA
#define RPI_SMB2_SHAREFLAG_ENCRYPT_DATA 0x1
#endif
#ifndef RPI_SMB2_SHARETYPE_DISK
#define RPI_SMB2_SHARETYPE_DISK 0x0
#endif
#ifndef RPI_SMB2_SHARETYPE_PIPE
#define RPI_SMB2_SHARETYPE_PIPE 0x1
#endif
#ifndef RPI_SMB2_SHARETYPE_PRINT
#define RPI_SMB2_SHARETYPE_PRINT 0x2
#endif
#ifndef RTL_100NANOSEC_PER_MILLISEC
#define RTL_100NANOSEC_PER_MILLISEC 0x2710
#endif
#ifndef RTL_100NANOSEC_PER_SEC
#define RTL_100NANOSEC_PER_SEC 0x00989680
#endif
#ifndef RTL_ACQUIRE_PRIVILEGE_PROCESS
#define RTL_ACQUIRE_PRIVILEGE_PROCESS 0x2
#endif
#ifndef RTL_ACQUIRE_PRIVILEGE_REVERT
#define RTL_ACQUIRE_PRIVILEGE_REVERT 0x1
#endif
#ifndef RTL_ACTIVATE_ACTIVATION_CONTEXT_EX_FLAG_RELEASE_ON_STACK_DEALLOCATION
#define RTL_ACTIVATE_ACTIVATION_CONTEXT_EX_FLAG_RELEASE_ON_STACK_DEALLOCATION 0x1
#endif
#ifndef RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_HEAP_ALLOCATED
#define RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_HEAP_ALLOCATED 0x8
#endif
#ifndef RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_NOT_REALLY_ACTIVATED
#define RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_NOT_REALLY_ACTIVATED 0x10
#endif
#ifndef RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_NO_DEACTIVATE
#define RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_NO_DEACTIVATE 0x2
#endif
#ifndef RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_ON_FREE_LIST
#define RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_ON_FREE_LIST 0x4
#endif
#ifndef RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_RELEASE_ON_DEACTIVATION
#define RTL_ACTIVATION_CONTEXT_STACK_FRAME_FLAG_RELEASE_ON_DEACTIVATION 0x1
#endif
#ifndef RTL_ATOM_INVALID_ATOM
#define RTL_ATOM_INVALID_ATOM 0x0
#endif
#ifndef RTL_ATOM_MAXIMUM_INTEGER_ATOM
#define RTL_ATOM_MAXIMUM_INTEGER_ATOM 0xC000
#endif
#ifndef RTL_ATOM_MAXIMUM_NAME_LENGTH
#define RTL_ATOM_MAXIMUM_NAME_LENGTH 0xFF
#endif
#ifndef RTL_ATOM_PINNED
#define RTL_ATOM_PINNED 0x1
#endif
#ifndef RTL_ATOM_TABLE_DEFAULT_NUMBER_OF_BUCKETS
#define RTL_ATOM_TABLE_DEFAULT_NUMBER_OF_BUCKETS 0x25
#endif
#ifndef RTL_BALANCED_NODE_RESERVED_PARENT_MASK
#define RTL_BALANCED_NODE_RESERVED_PARENT_MASK 0x3
#endif
#ifndef RTL_BARRIER_FLAGS_BLOCK_ONLY
#define RTL_BARRIER_FLAGS_BLOCK_ONLY 0x2
#endif
#ifndef RTL_BARRIER_FLAGS_NO_DELETE
#define RTL_BARRIER_FLAGS_NO_DELETE 0x4
#endif
#ifndef RTL_BARRIER_FLAGS_SPIN_ONLY
#define RTL_BARRIER_FLAGS_SPIN_ONLY 0x1
#endif
#ifndef RTL_CLONE_PROCESS_FLAGS_CREATE_SUSPENDED
#define RTL_CLONE_PROCESS_FLAGS_CREATE_SUSPENDED 0x1
#endif
#ifndef RTL_CLONE_PROCESS_FLAGS_INHERIT_HANDLES
#define RTL_CLONE_PROCESS_FLAGS_INHERIT_HANDLES 0x2
#endif
#ifndef RTL_CLONE_PROCESS_FLAGS_NO_SYNCHRONIZE
#define RTL_CLONE_PROCESS_FLAGS_NO_SYNCHRONIZE 0x4
#endif
#ifndef RTL_CONDITION_VARIABLE_LOCKMODE_SHARED
#define RTL_CONDITION_VARIABLE_LOCKMODE_SHARED 0x1
#endif
#ifndef RTL_CORRELATION_VECTOR_STRING_LENGTH
#define RTL_CORRELATION_VECTOR_STRING_LENGTH 0x81
#endif
#ifndef RTL_CORRELATION_VECTOR_V1_LENGTH
#define RTL_CORRELATION_VECTOR_V1_LENGTH 0x40
#endif
#ifndef RTL_CORRELATION_VECTOR_V1_PREFIX_LENGTH
#define RTL_CORRELATION_VECTOR_V1_PREFIX_LENGTH 0x10
#endif
#ifndef RTL_CORRELATION_VECTOR_V2_LENGTH
#define RTL_CORRELATION_VECTOR_V2_LENGTH 0x80
#endif
#ifndef RTL_CORRELATION_VECTOR_V2_PREFIX_LENGTH
#define RTL_CORRELATION_VECTOR_V2_PREFIX_LENGTH 0x16
#endif
#ifndef RTL_CREATE_ENVIRONMENT_EMPTY
#define RTL_CREATE_ENVIRONMENT_EMPTY 0x4
#endif
#ifndef RTL_CREATE_ENVIRONMENT_TRANSLATE
#define RTL_CREATE_ENVIRONMENT_TRANSLATE 0x1
#endif
#ifndef RTL_CREATE_ENVIRONMENT_TRANSLATE_FROM_OEM
#define RTL_CREATE_ENVIRONMENT_TRANSLATE_FROM_OEM 0x2
#endif
#ifndef RTL_CRITICAL_SECTION_ALL_FLAG_BITS
#define RTL_CRITICAL_SECTION_ALL_FLAG_BITS 0xFF000000
#endif
#ifndef RTL_CRITICAL_SECTION_DEBUG_FLAG_STATIC_INIT
#define RTL_CRITICAL_SECTION_DEBUG_FLAG_STATIC_INIT 0x1
#endif
#ifndef RTL_CRITICAL_SECTION_FLAG_DYNAMIC_SPIN
#define RTL_CRITICAL_SECTION_FLAG_DYNAMIC_SPIN 0x02000000
#endif
#ifndef RTL_CRITICAL_SECTION_FLAG_FORCE_DEBUG_INFO
#define RTL_CRITICAL_SECTION_FLAG_FORCE_DEBUG_INFO 0x10000000
#endif
#ifndef RTL_CRITICAL_SECTION_FLAG_NO_DEBUG_INFO
#define RTL_CRITICAL_SECTION_FLAG_NO_DEBUG_INFO 0x01000000
#endif
#ifndef RTL_CRITICAL_SECTION_FLAG_RESERVED
#define RTL_CRITICAL_SECTION_FLAG_RESERVED 0xE0000000
#endif
#ifndef RTL_CRITICAL_SECTION_FLAG_RESOURCE_TYPE
#define RTL_CRITICAL_SECTION_FLAG_RESOURCE_TYPE 0x08000000
#endif
#ifndef RTL_CRITICAL_SECTION_FLAG_STATIC_INIT
#define RTL_CRITICAL_SECTION_FLAG_STATIC_INIT 0x04000000
#endif
#ifndef RTL_CRITSECT_TYPE
#define RTL_CRITSECT_TYPE 0x0
#endif
#ifndef RTL_DEACTIVATE_ACTIVATION_CONTEXT_FLAG_FORCE_EARLY_DEACTIVATION
#define RTL_DEACTIVATE_ACTIVATION_CONTEXT_FLAG_FORCE_EARLY_DEACTIVATION 0x1
#endif
#ifndef RTL_DOS_SEARCH_PATH_FLAG_APPLY_DEFAULT_EXTENSION_WHEN_NOT_RELATIVE_PATH_EVEN_IF_FILE_HAS_EXTENSION
#define RTL_DOS_SEARCH_PATH_FLAG_APPLY_DEFAULT_EXTENSION_WHEN_NOT_RELATIVE_PATH_EVEN_IF_FILE_HAS_EXTENSION 0x4
#endif
#ifndef RTL_DOS_SEARCH_PATH_FLAG_APPLY_ISOLATION_REDIRECTION
#define RTL_DOS_SEARCH_PATH_FLAG_APPLY_ISOLATION_REDIRECTION 0x1
#endif
#ifndef RTL_DOS_SEARCH_PATH_FLAG_DISALLOW_DOT_RELATIVE_PATH_SEARCH
#define RTL_DOS_SEARCH_PATH_FLAG_DISALLOW_DOT_RELATIVE_PATH_SEARCH 0x2
#endif
#ifndef RTL_DRIVE_LETTER_VALID
#define RTL_DRIVE_LETTER_VALID 0x1
#endif
#ifndef RTL_DUPLICATE_UNICODE_STRING_ALLOCATE_NULL_STRING
#define RTL_DUPLICATE_UNICODE_STRING_ALLOCATE_NULL_STRING 0x2
#endif
#ifndef RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE
#define RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE 0x1
#endif
#ifndef RTL_ERRORMODE_FAILCRITICALERRORS
#define RTL_ERRORMODE_FAILCRITICALERRORS 0x10
#endif
#ifndef RTL_ERRORMODE_NOGPFAULTERRORBOX
#define RTL_ERRORMODE_NOGPFAULTERRORBOX 0x20
#endif
#ifndef RTL_ERRORMODE_NOOPENFILEERRORBOX
#define RTL_ERRORMODE_NOOPENFILEERRORBOX 0x40
#endif
#ifndef RTL_FEATURE_CHANGE_TIME_UPGRADE
#define RTL_FEATURE_CHANGE_TIME_UPGRADE 0x100
#endif
#ifndef RTL_FEATURE_HAS_GROUP_BYPASS
#define RTL_FEATURE_HAS_GROUP_BYPASS 0x200
#endif
#ifndef RTL_FEATURE_VARIANT_MASK
#define RTL_FEATURE_VARIANT_MASK 0xFF
#endif
#ifndef RTL_FIND_CHAR_IN_UNICODE_STRING_CASE_INSENSITIVE
#define RTL_FIND_CHAR_IN_UNICODE_STRING_CASE_INSENSITIVE 0x4
#endif
#ifndef RTL_FIND_CHAR_IN_UNICODE_STRING_COMPLEMENT_CHAR_SET
#define RTL_FIND_CHAR_IN_UNICODE_STRING_COMPLEMENT_CHAR_SET 0x2
#endif
#ifndef RTL_FIND_CHAR_IN_UNICODE_STRING_START_AT_END
#define RTL_FIND_CHAR_IN_UNICODE_STRING_START_AT_END 0x1
#endif
#ifndef RTL_FLS_DATA_CLEANUP_DEALLOCATE
#define RTL_FLS_DATA_CLEANUP_DEALLOCATE 0x2
#endif
#ifndef RTL_FLS_DATA_CLEANUP_PER_SLOT
#define RTL_FLS_DATA_CLEANUP_PER_SLOT 0x1
#endif
#ifndef RTL_FLS_MAXIMUM_AVAILABLE
#define RTL_FLS_MAXIMUM_AVAILABLE 0x80
#endif
#ifndef RTL_GET_MULTI_TIME_PRECISE_HV_CORRELATED_TIME
#define RTL_GET_MULTI_TIME_PRECISE_HV_CORRELATED_TIME 0x2
#endif
#ifndef RTL_GET_MULTI_TIME_PRECISE_PERF_COUNTER
#define RTL_GET_MULTI_TIME_PRECISE_PERF_COUNTER 0x1
#endif
#ifndef RTL_GET_MULTI_TIME_PRECISE_SHAREDUSER_TIME
#define RTL_GET_MULTI_TIME_PRECISE_SHAREDUSER_TIME 0x4
#endif
#ifndef RTL_GET_MULTI_TIME_PRECISE_SUPPORTED_MASK
#define RTL_GET_MULTI_TIME_PRECISE_SUPPORTED_MASK 0x7
#endif
#ifndef RTL_GUID_STRING_SIZE
#define RTL_GUID_STRING_SIZE 0x26
#endif
#ifndef RTL_HANDLE_ALLOCATED
#define RTL_HANDLE_ALLOCATED 0x1
#endif
#ifndef RTL_HASH_ALLOCATED_HEADER
#define RTL_HASH_ALLOCATED_HEADER 0x1
#endif
#ifndef RTL_HASH_RESERVED_SIGNATURE
#define RTL_HASH_RESERVED_SIGNATURE 0x0
#endif
#ifndef RTL_HEAP_BUSY
#define RTL_HEAP_BUSY 0x1
#endif
#ifndef RTL_HEAP_LARGE_ALLOC
#define RTL_HEAP_LARGE_ALLOC 0x4000
#endif
#ifndef RTL_HEAP_LFH_ALLOC
#define RTL_HEAP_LFH_ALLOC 0x8000
#endif
#ifndef RTL_HEAP_MEMORY_LIMIT_CURRENT_VERSION
#define RTL_HEAP_MEMORY_LIMIT_CURRENT_VERSION 0x1
#endif
#ifndef RTL_HEAP_PROTECTED_ENTRY
#define RTL_HEAP_PROTECTED_ENTRY 0x2000
#endif
#ifndef RTL_HEAP_SEGMENT
#define RTL_HEAP_SEGMENT 0x2
#endif
#ifndef RTL_HEAP_SEGMENT_SIGNATURE
#define RTL_HEAP_SEGMENT_SIGNATURE 0xDDEEDDEE
#endif
#ifndef RTL_HEAP_SETTABLE_FLAG1
#define RTL_HEAP_SETTABLE_FLAG1 0x20
#endif
#ifndef RTL_HEAP_SETTABLE_FLAG2
#define RTL_HEAP_SETTABLE_FLAG2 0x40
#endif
#ifndef RTL_HEAP_SETTABLE_FLAG3
#define RTL_HEAP_SETTABLE_FLAG3 0x80
#endif
#ifndef RTL_HEAP_SETTABLE_FLAGS
#define RTL_HEAP_SETTABLE_FLAGS 0xE0
#endif
#ifndef RTL_HEAP_SETTABLE_VALUE
#define RTL_HEAP_SETTABLE_VALUE 0x10
#endif
#ifndef RTL_HEAP_SIGNATURE
#define RTL_HEAP_SIGNATURE 0xFFEEFFEE
#endif
#ifndef RTL_HEAP_UNCOMMITTED_RANGE
#define RTL_HEAP_UNCOMMITTED_RANGE 0x1000
#endif
#ifndef RTL_IMAGE_MAX_DOS_HEADER
#define RTL_IMAGE_MAX_DOS_HEADER 0x10000000
#endif
#ifndef RTL_IMAGE_MITIGATION_FLAG_AUDIT
#define RTL_IMAGE_MITIGATION_FLAG_AUDIT 0x8
#endif
#ifndef RTL_IMAGE_MITIGATION_FLAG_OSDEFAULT
#define RTL_IMAGE_MITIGATION_FLAG_OSDEFAULT 0x4
#endif
#ifndef RTL_IMAGE_MITIGATION_FLAG_REMOVE
#define RTL_IMAGE_MITIGATION_FLAG_REMOVE 0x2
#endif
#ifndef RTL_IMAGE_MITIGATION_FLAG_RESET
#define RTL_IMAGE_MITIGATION_FLAG_RESET 0x1
#endif
#ifndef RTL_IMAGE_MITIGATION_OPTION_FORCEMASK
#define RTL_IMAGE_MITIGATION_OPTION_FORCEMASK 0x4
#endif
#ifndef RTL_IMAGE_MITIGATION_OPTION_OPTIONMASK
#define RTL_IMAGE_MITIGATION_OPTION_OPTIONMASK 0x8
#endif
#ifndef RTL_IMAGE_MITIGATION_OPTION_STATEMASK
#define RTL_IMAGE_MITIGATION_OPTION_STATEMASK 0x3
#endif
#ifndef RTL_IMAGE_NT_HEADER_EX_FLAG_NO_RANGE_CHECK
#define RTL_IMAGE_NT_HEADER_EX_FLAG_NO_RANGE_CHECK 0x1
#endif
#ifndef RTL_IMPORT_TABLE_HASH_REVISION
#define RTL_IMPORT_TABLE_HASH_REVISION 0x1
#endif
#ifndef RTL_MAX_DRIVE_LETTERS
#define RTL_MAX_DRIVE_LETTERS 0x20
#endif
#ifndef RTL_MILLISEC_PER_SEC
#define RTL_MILLISEC_PER_SEC 0x3E8
#endif
#ifndef RTL_NANOSEC_PER_MILLISEC
#define RTL_NANOSEC_PER_MILLISEC 0x000F4240
#endif
#ifndef RTL_NANOSEC_PER_SEC
#define RTL_NANOSEC_PER_SEC 0x3B9ACA00
#endif
#ifndef RTL_NANOSEC_PER_TICK
#define RTL_NANOSEC_PER_TICK 0x64
#endif
#ifndef RTL_OSVERSIONINFO_ATTRIB_BUILD_ARCH
#define RTL_OSVERSIONINFO_ATTRIB_BUILD_ARCH 0x3
#endif
#ifndef RTL_OSVERSIONINFO_ATTRIB_BUILD_BRANCH
#define RTL_OSVERSIONINFO_ATTRIB_BUILD_BRANCH 0x2
#endif
#ifndef RTL_OSVERSIONINFO_ATTRIB_BUILD_LAB
#define RTL_OSVERSIONINFO_ATTRIB_BUILD_LAB 0x4
#endif
#ifndef RTL_OSVERSIONINFO_ATTRIB_BUILD_LAB_EX
#define RTL_OSVERSIONINFO_ATTRIB_BUILD_LAB_EX 0x5
#endif
#ifndef RTL_OSVERSIONINFO_ATTRIB_BUILD_STAMP
#define RTL_OSVERSIONINFO_ATTRIB_BUILD_STAMP 0x1
#endif
#ifndef RTL_OSVERSIONINFO_ATTRIB_LAYER_NAME
#define RTL_OSVERSIONINFO_ATTRIB_LAYER_NAME 0x0
#endif
#ifndef RTL_PROCESS_REFLECTION_FLAGS_CREATE_SUSPENDED
#define RTL_PROCESS_REFLECTION_FLAGS_CREATE_SUSPENDED 0x1
#endif
#ifndef RTL_PROCESS_REFLECTION_FLAGS_INHERIT_HANDLES
#define RTL_PROCESS_REFLECTION_FLAGS_INHERIT_HANDLES 0x2
#endif
#ifndef RTL_PROCESS_REFLECTION_FLAGS_NO_CLOSE_EVENT
#define RTL_PROCESS_REFLECTION_FLAGS_NO_CLOSE_EVENT 0x10
#endif
#ifndef RTL_PROCESS_REFLECTION_FLAGS_NO_SUSPEND
#define RTL_PROCESS_REFLECTION_FLAGS_NO_SUSPEND 0x4
#endif
#ifndef RTL_PROCESS_REFLECTION_FLAGS_NO_SYNCHRONIZE
#define RTL_PROCESS_REFLECTION_FLAGS_NO_SYNCHRONIZE 0x8
#endif
#ifndef RTL_QUERY_INFORMATION_ACTIVATION_CONTEXT_FLAG_ACTIVATION_CONTEXT_IS_ADDRESS
#define RTL_QUERY_INFORMATION_ACTIVATION_CONTEXT_FLAG_ACTIVATION_CONTEXT_IS_ADDRESS 0x4
#endif
#ifndef RTL_QUERY_INFORMATION_ACTIVATION_CONTEXT_FLAG_ACTIVATION_CONTEXT_IS_MODULE
#define RTL_QUERY_INFORMATION_ACTIVATION_CONTEXT_FLAG_ACTIVATION_CONTEXT_IS_MODULE 0x2
#endif
#ifndef RTL_QUERY_INFORMATION_ACTIVATION_CONTEXT_FLAG_NO_ADDREF
#define RTL_QUERY_INFORMATION_ACTIVATION_CONTEXT_FLAG_NO_ADDREF 0x80000000
#endif
#ifndef RTL_QUERY_INFORMATION_ACTIVATION_CONTEXT_FLAG_USE_ACTIVE_ACTIVATION_CONTEXT
#define RTL_QUERY_INFORMATION_ACTIVATION_CONTEXT_FLAG_USE_ACTIVE_ACTIVATION_CONTEXT 0x1
#endif
#ifndef RTL_QUERY_MODULE_INFORMATION_RECORD_SIZE_IMAGE_BASE
#define RTL_QUERY_MODULE_INFORMATION_RECORD_SIZE_IMAGE_BASE 0x8
#endif
#ifndef RTL_QUERY_MODULE_INFORMATION_RECORD_SIZE_MODULE
#define RTL_QUERY_MODULE_INFORMATION_RECORD_SIZE_MODULE 0x110
#endif
#ifndef RTL_QUERY_PROCESS_BACKTRACES
#define RTL_QUERY_PROCESS_BACKTRACES 0x2
#endif
#ifndef RTL_QUERY_PROCESS_CS_OWNER
#define RTL_QUERY_PROCESS_CS_OWNER 0x400
#endif
#ifndef RTL_QUERY_PROCESS_HEAP_ENTRIES
#define RTL_QUERY_PROCESS_HEAP_ENTRIES 0x10
#endif
#ifndef RTL_QUERY_PROCESS_HEAP_SEGMENTS
#define RTL_QUERY_PROCESS_HEAP_SEGMENTS 0x200
#endif
#ifndef RTL_QUERY_PROCESS_HEAP_SUMMARY
#define RTL_QUERY_PROCESS_HEAP_SUMMARY 0x4
#endif
#ifndef RTL_QUERY_PROCESS_HEAP_TAGS
#define RTL_QUERY_PROCESS_HEAP_TAGS 0x8
#endif
#ifndef RTL_QUERY_PROCESS_LOCKS
#define RTL_QUERY_PROCESS_LOCKS 0x20
#endif
#ifndef RTL_QUERY_PROCESS_MODULES
#define RTL_QUERY_PROCESS_MODULES 0x1
#endif
#ifndef RTL_QUERY_PROCESS_MODULES32
#define RTL_QUERY_PROCESS_MODULES32 0x40
#endif
#ifndef RTL_QUERY_PROCESS_MODULESEX
#define RTL_QUERY_PROCESS_MODULESEX 0x100
#endif
#ifndef RTL_QUERY_PROCESS_NONINVASIVE
#define RTL_QUERY_PROCESS_NONINVASIVE 0x80000000
#endif
#ifndef RTL_QUERY_PROCESS_NONINVASIVE_CS_OWNER
#define RTL_QUERY_PROCESS_NONINVASIVE_CS_OWNER 0x80000800
#endif
#ifndef RTL_QUERY_PROCESS_USE_CURRENT_PROCESS
#define RTL_QUERY_PROCESS_USE_CURRENT_PROCESS 0x40000000
#endif
#ifndef RTL_QUERY_PROCESS_VERIFIER_OPTIONS
#define RTL_QUERY_PROCESS_VERIFIER_OPTIONS 0x80
#endif
#ifndef RTL_QUERY_REGISTRY_DELETE
#define RTL_QUERY_REGISTRY_DELETE 0x40
#endif
#ifndef RTL_QUERY_REGISTRY_DIRECT
#define RTL_QUERY_REGISTRY_DIRECT 0x20
#endif
#ifndef RTL_QUERY_REGISTRY_NOEXPAND
#define RTL_QUERY_REGISTRY_NOEXPAND 0x10
#endif
#ifndef RTL_QUERY_REGISTRY_NOSTRING
#define RTL_QUERY_REGISTRY_NOSTRING 0x80
#endif
#ifndef RTL_QUERY_REGISTRY_NOVALUE
#define RTL_QUERY_REGISTRY_NOVALUE 0x8
#endif
#ifndef RTL_QUERY_REGISTRY_REQUIRED
#define RTL_QUERY_REGISTRY_REQUIRED 0x4
#endif
#ifndef RTL_QUERY_REGISTRY_SUBKEY
#define RTL_QUERY_REGISTRY_SUBKEY 0x1
#endif
#ifndef RTL_QUERY_REGISTRY_TOPKEY
#define RTL_QUERY_REGISTRY_TOPKEY 0x2
#endif
#ifndef RTL_QUERY_REGISTRY_TYPECHECK
#define RTL_QUERY_REGISTRY_TYPECHECK 0x100
#endif
#ifndef RTL_QUERY_REGISTRY_TYPECHECK_MASK
#define RTL_QUERY_REGISTRY_TYPECHECK_MASK ((LONG)0xFF000000)
#endif
#ifndef RTL_QUERY_REGISTRY_TYPECHECK_SHIFT
#define RTL_QUERY_REGISTRY_TYPECHECK_SHIFT 0x18
#endif
#ifndef RTL_REGISTRY_ABSOLUTE
#define RTL_REGISTRY_ABSOLUTE 0x0
#endif
#ifndef RTL_REGISTRY_CONTROL
#define RTL_REGISTRY_CONTROL 0x2
#endif
#ifndef RTL_REGISTRY_DEVICEMAP
#define RTL_REGISTRY_DEVICEMAP 0x4
#endif
#ifndef RTL_REGISTRY_HANDLE
#define RTL_REGISTRY_HANDLE 0x40000000
#endif
#ifndef RTL_REGISTRY_MAXIMUM
#define RTL_REGISTRY_MAXIMUM 0x6
#endif
#ifndef RTL_REGISTRY_OPTIONAL
#define RTL_REGISTRY_OPTIONAL 0x80000000
#endif
#ifndef RTL_REGISTRY_SERVICES
#define RTL_REGISTRY_SERVICES 0x1
#endif
#ifndef RTL_REGISTRY_USER
#define RTL_REGISTRY_USER 0x5
#endif
#ifndef RTL_REGISTRY_WINDOWS_NT
#define RTL_REGISTRY_WINDOWS_NT 0x3
#endif
#ifndef RTL_RESOURCE_FLAG_LONG_TERM
#define RTL_RESOURCE_FLAG_LONG_TERM 0x1
#endif
#ifndef RTL_RESOURCE_TYPE
#define RTL_RESOURCE_TYPE 0x1
#endif
#ifndef RTL_RUN_ONCE_ASYNC
#define RTL_RUN_ONCE_ASYNC 0x2
#endif
#ifndef RTL_RUN_ONCE_CHECK_ONLY
#define RTL_RUN_ONCE_CHECK_ONLY 0x1
#endif
#ifndef RTL_RUN_ONCE_CTX_RESERVED_BITS
#define RTL_RUN_ONCE_CTX_RESERVED_BITS 0x2
#endif
#ifndef RTL_RUN_ONCE_INIT_FAILED
#define RTL_RUN_ONCE_INIT_FAILED 0x4
#endif
#ifndef RTL_SEC_PER_DAY
#define RTL_SEC_PER_DAY 0x00015180
#endif
#ifndef RTL_SEC_PER_HOUR
#define RTL_SEC_PER_HOUR 0xE10
#endif
#ifndef RTL_SEC_PER_MONTH
#define RTL_SEC_PER_MONTH 0x00278D00
#endif
#ifndef RTL_SEC_PER_WEEK
#define RTL_SEC_PER_WEEK 0x00093A80
#endif
#ifndef RTL_SEC_PER_YEAR
#define RTL_SEC_PER_YEAR 0x01E13380
#endif
#ifndef RTL_SEGHEAP_MEM_SOURCE_ANY_NODE
#define RTL_SEGHEAP_MEM_SOURCE_ANY_NODE 0xFFFFFFFF
#endif
#ifndef RTL_STACK_WALKING_MODE_FRAMES_TO_SKIP_SHIFT
#define RTL_STACK_WALKING_MODE_FRAMES_TO_SKIP_SHIFT 0x8
#endif
#ifndef RTL_TICKS_PER_DAY
#define RTL_TICKS_PER_DAY 0x000000C92A69C000ULL
#endif
#ifndef RTL_TICKS_PER_HOUR
#define RTL_TICKS_PER_HOUR 0x0000000861C46800ULL
#endif
#ifndef RTL_TICKS_PER_LEAP_YEAR
#define RTL_TICKS_PER_LEAP_YEAR 0x00011F9AA3308000ULL
#endif
#ifndef RTL_TICKS_PER_MICROSEC
#define RTL_TICKS_PER_MICROSEC 0xA
#endif
#ifndef RTL_TICKS_PER_MILLISEC
#define RTL_TICKS_PER_MILLISEC 0x2710
#endif
#ifndef RTL_TICKS_PER_MIN
#define RTL_TICKS_PER_MIN 0x23C34600
#endif
#ifndef RTL_TICKS_PER_MONTH
#define RTL_TICKS_PER_MONTH 0x00001792F8648000ULL
#endif
#ifndef RTL_TICKS_PER_SEC
#define RTL_TICKS_PER_SEC 0x00989680
#endif
#ifndef RTL_TICKS_PER_WEEK
#define RTL_TICKS_PER_WEEK 0x0000058028E44000ULL
#endif
#ifndef RTL_TICKS_PER_YEAR
#define RTL_TICKS_PER_YEAR 0x00011ED178C6C000ULL
#endif
#ifndef RTL_TIMER_DELETE_WAIT_FOR_COMPLETION
#define RTL_TIMER_DELETE_WAIT_FOR_COMPLETION ((LONG)0xFFFFFFFF)
#endif
#ifndef RTL_UNLOAD_EVENT_TRACE_NUMBER
#define RTL_UNLOAD_EVENT_TRACE_NUMBER 0x40
#endif
#ifndef RTL_USER_PROCESS_EXTENDED_PARAMETERS_VERSION
#define RTL_USER_PROCESS_EXTENDED_PARAMETERS_VERSION 0x1
#endif
#ifndef RTL_USER_PROC_APP_MANIFEST_PRESENT
#define RTL_USER_PROC_APP_MANIFEST_PRESENT 0x2000
#endif
#ifndef RTL_USER_PROC_CASE_SENSITIVE
#define RTL_USER_PROC_CASE_SENSITIVE 0x80
#endif
#ifndef RTL_USER_PROC_CREATE_NEW_CONSOLE
#define RTL_USER_PROC_CREATE_NEW_CONSOLE ((LONG)0xFFFFFFFE)
#endif
#ifndef RTL_USER_PROC_CREATE_NO_WINDOW
#define RTL_USER_PROC_CREATE_NO_WINDOW ((LONG)0xFFFFFFFD)
#endif
#ifndef RTL_USER_PROC_CURDIR_CLOSE
#define RTL_USER_PROC_CURDIR_CLOSE 0x2
#endif
#ifndef RTL_USER_PROC_CURDIR_INHERIT
#define RTL_USER_PROC_CURDIR_INHERIT 0x3
#endif
#ifndef RTL_USER_PROC_DETACHED_PROCESS
#define RTL_USER_PROC_DETACHED_PROCESS ((LONG)0xFFFFFFFF)
#endif
#ifndef RTL_USER_PROC_DEV_OVERRIDE_ENABLED
#define RTL_USER_PROC_DEV_OVERRIDE_ENABLED 0x8000
#endif
#ifndef RTL_USER_PROC_DISABLE_HEAP_DECOMMIT
#define RTL_USER_PROC_DISABLE_HEAP_DECOMMIT 0x100
#endif
#ifndef RTL_USER_PROC_DLL_REDIRECTION_LOCAL
#define RTL_USER_PROC_DLL_REDIRECTION_LOCAL 0x1000
#endif
#ifndef RTL_USER_PROC_HANDLE_USER_CALLBACK_EXCEPTIONS
#define RTL_USER_PROC_HANDLE_USER_CALLBACK_EXCEPTIONS 0x00080000
#endif
#ifndef RTL_USER_PROC_IMAGE_KEY_MISSING
#define RTL_USER_PROC_IMAGE_KEY_MISSING 0x4000
#endif
#ifndef RTL_USER_PROC_OPTIN_PROCESS
#define RTL_USER_PROC_OPTIN_PROCESS 0x00020000
#endif
#ifndef RTL_USER_PROC_PARAMS_NORMALIZED
#define RTL_USER_PROC_PARAMS_NORMALIZED 0x1
#endif
#ifndef RTL_USER_PROC_PROFILE_KERNEL
#define RTL_USER_PROC_PROFILE_KERNEL 0x4
#endif
#ifndef RTL_USER_PROC_PROFILE_SERVER
#define RTL_USER_PROC_PROFILE_SERVER 0x8
#endif
#ifndef RTL_USER_PROC_PROFILE_USER
#define RTL_USER_PROC_PROFILE_USER 0x2
#endif
#ifndef RTL_USER_PROC_PROTECTED_PROCESS
#define RTL_USER_PROC_PROTECTED_PROCESS 0x00400000
#endif
#ifndef RTL_USER_PROC_RESERVE_16MB
#define RTL_USER_PROC_RESERVE_16MB 0x40
#endif
#ifndef RTL_USER_PROC_RESERVE_1MB
#define RTL_USER_PROC_RESERVE_1MB 0x20
#endif
#ifndef RTL_USER_PROC_RESERVE_PLACEHOLDER
#define RTL_USER_PROC_RESERVE_PLACEHOLDER 0x01000000
#endif
#ifndef RTL_USER_PROC_SECURE_PROCESS
#define RTL_USER_PROC_SECURE_PROCESS 0x80000000
#endif
#ifndef RTL_USER_PROC_SESSION_OWNER
#define RTL_USER_PROC_SESSION_OWNER 0x00040000
#endif
#ifndef RTL_VIRTUAL_UNWIND2_VALIDATE_PAC
#define RTL_VIRTUAL_UNWIND2_VALIDATE_PAC 0x1
#endif
#ifndef RTL_WAITER_DEREGISTER_WAIT_FOR_COMPLETION
#define RTL_WAITER_DEREGISTER_WAIT_FOR_COMPLETION ((LONG)0xFFFFFFFF)
#endif
#ifndef RTL_WALK_KERNEL_STACK
#define RTL_WALK_KERNEL_STACK 0x2
#endif
#ifndef RTL_WALK_USER_KERNEL_STACK
#define RTL_WALK_USER_KERNEL_STACK 0x3
#endif
#ifndef RTL_WALK_USER_MODE_STACK
#define RTL_WALK_USER_MODE_STACK 0x1
#endif
#ifndef RTL_WALK_VALID_FLAGS
#define RTL_WALK_VALID_FLAGS 0x6
#endif
#ifndef SACL_SECURITY_INFORMATION
#define SACL_SECURITY_INFORMATION 0x8
#endif
#ifndef SCOPE_SECURITY_INFORMATION
#define SCOPE_SECURITY_INFORMATION 0x40
#endif
#ifndef SCRUB_DATA_INPUT_FLAG_IGNORE_REDUNDANCY
#define SCRUB_DATA_INPUT_FLAG_IGNORE_REDUNDANCY 0x8
#endif
#ifndef SCRUB_DATA_INPUT_FLAG_OPLOCK_NOT_ACQUIRED
#define SCRUB_DATA_INPUT_FLAG_OPLOCK_NOT_ACQUIRED 0x40
#endif
#ifndef SCRUB_DATA_INPUT_FLAG_RESUME
#define SCRUB_DATA_INPUT_FLAG_RESUME 0x1
#endif
#ifndef SCRUB_DATA_INPUT_FLAG_SCRUB_BY_OBJECT_ID
#define SCRUB_DATA_INPUT_FLAG_SCRUB_BY_OBJECT_ID 0x20
#endif
#ifndef SCRUB_DATA_INPUT_FLAG_SKIP_DATA
#define SCRUB_DATA_INPUT_FLAG_SKIP_DATA 0x10
#endif
#ifndef SCRUB_DATA_INPUT_FLAG_SKIP_IN_SYNC
#define SCRUB_DATA_INPUT_FLAG_SKIP_IN_SYNC 0x2
#endif
#ifndef SCRUB_DATA_INPUT_FLAG_SKIP_NON_INTEGRITY_DATA
#define SCRUB_DATA_INPUT_FLAG_SKIP_NON_INTEGRITY_DATA 0x4
#endif
#ifndef SCRUB_DATA_OUTPUT_FLAG_INCOMPLETE
#define SCRUB_DATA_OUTPUT_FLAG_INCOMPLETE 0x1
#endif
#ifndef SCRUB_DATA_OUTPUT_FLAG_NON_USER_DATA_RANGE
#define SCRUB_DATA_OUTPUT_FLAG_NON_USER_DATA_RANGE 0x00010000
#endif
#ifndef SCRUB_DATA_OUTPUT_FLAG_PARITY_EXTENT_DATA_RETURNED
#define SCRUB_DATA_OUTPUT_FLAG_PARITY_EXTENT_DATA_RETURNED 0x00020000
#endif
#ifndef SCRUB_DATA_OUTPUT_FLAG_RESUME_CONTEXT_LENGTH_SPECIFIED
#define SCRUB_DATA_OUTPUT_FLAG_RESUME_CONTEXT_LENGTH_SPECIFIED 0x00040000
#endif
#ifndef SD_GLOBAL_CHANGE_TYPE_ENUM_SDS
#define SD_GLOBAL_CHANGE_TYPE_ENUM_SDS 0x00020000
#endif
#ifndef SD_GLOBAL_CHANGE_TYPE_MACHINE_SID
#define SD_GLOBAL_CHANGE_TYPE_MACHINE_SID 0x1
#endif
#ifndef SD_GLOBAL_CHANGE_TYPE_QUERY_STATS
#define SD_GLOBAL_CHANGE_TYPE_QUERY_STATS 0x00010000
#endif
#ifndef SDEV_IDENTIFIER_INTERFACE_VERSION
#define SDEV_IDENTIFIER_INTERFACE_VERSION 0x1
#endif
#ifndef SE_ACCESS_CHECK_FLAG_NO_LEARNING_MODE_LOGGING
#define SE_ACCESS_CHECK_FLAG_NO_LEARNING_MODE_LOGGING 0x8
#endif
#ifndef SE_ACCESS_CHECK_VALID_FLAGS
#define SE_ACCESS_CHECK_VALID_FLAGS 0x8
#endif
#ifndef SE_ADT_OBJECT_ONLY
#define SE_ADT_OBJECT_ONLY 0x1
#endif
#ifndef SE_ADT_PARAMETERS_SELF_RELATIVE
#define SE_ADT_PARAMETERS_SELF_RELATIVE 0x1
#endif
#ifndef SE_ADT_PARAMETERS_SEND_TO_LSA
#define SE_ADT_PARAMETERS_SEND_TO_LSA 0x2
#endif
#ifndef SE_ADT_PARAMETER_EXTENSIBLE_AUDIT
#define SE_ADT_PARAMETER_EXTENSIBLE_AUDIT 0x4
#endif
#ifndef SE_ADT_PARAMETER_GENERIC_AUDIT
#define SE_ADT_PARAMETER_GENERIC_AUDIT 0x8
#endif
#ifndef SE_ADT_PARAMETER_WRITE_SYNCHRONOUS
#define SE_ADT_PARAMETER_WRITE_SYNCHRONOUS 0x10
#endif
#ifndef SE_ADT_POLICY_AUDIT_EVENT_TYPE_EX_BEGIN
#define SE_ADT_POLICY_AUDIT_EVENT_TYPE_EX_BEGIN 0x64
#endif
#ifndef SE_ASSIGNPRIMARYTOKEN_PRIVILEGE
#define SE_ASSIGNPRIMARYTOKEN_PRIVILEGE 0x3
#endif
#ifndef SE_AUDIT_PRIVILEGE
#define SE_AUDIT_PRIVILEGE 0x15
#endif
#ifndef SE_BACKUP_PRIVILEGE
#define SE_BACKUP_PRIVILEGE 0x11
#endif
#ifndef SE_BACKUP_PRIVILEGES_CHECKED
#define SE_BACKUP_PRIVILEGES_CHECKED 0x100
#endif
#ifndef SE_CHANGE_NOTIFY_PRIVILEGE
#define SE_CHANGE_NOTIFY_PRIVILEGE 0x17
#endif
#ifndef SE_CREATE_GLOBAL_PRIVILEGE
#define SE_CREATE_GLOBAL_PRIVILEGE 0x1E
#endif
#ifndef SE_CREATE_PAGEFILE_PRIVILEGE
#define SE_CREATE_PAGEFILE_PRIVILEGE 0xF
#endif
#ifndef SE_CREATE_PERMANENT_PRIVILEGE
#define SE_CREATE_PERMANENT_PRIVILEGE 0x10
#endif
#ifndef SE_CREATE_SYMBOLIC_LINK_PRIVILEGE
#define SE_CREATE_SYMBOLIC_LINK_PRIVILEGE 0x23
#endif
#ifndef SE_CREATE_TOKEN_PRIVILEGE
#define SE_CREATE_TOKEN_PRIVILEGE 0x2
#endif
#ifndef SE_DACL_AUTO_INHERITED
#define SE_DACL_AUTO_INHERITED 0x400
#endif
#ifndef SE_DACL_AUTO_INHERIT_REQ
#define SE_DACL_AUTO_INHERIT_REQ 0x100
#endif
#ifndef SE_DACL_DEFAULTED
#define SE_DACL_DEFAULTED 0x8
#endif
#ifndef SE_DACL_PRESENT
#define SE_DACL_PRESENT 0x4
#endif
#ifndef SE_DACL_PROTECTED
#define SE_DACL_PROTECTED 0x1000
#endif
#ifndef SE_DACL_UNTRUSTED
#define SE_DACL_UNTRUSTED 0x40
#endif
#ifndef SE_DEBUG_PRIVILEGE
#define SE_DEBUG_PRIVILEGE 0x14
#endif
#ifndef SE_DELEGATE_SESSION_USER_IMPERSONATE_PRIVILEGE
#define SE_DELEGATE_SESSION_USER_IMPERSONATE_PRIVILEGE 0x24
#endif
#ifndef SE_ENABLE_DELEGATION_PRIVILEGE
#define SE_ENABLE_DELEGATION_PRIVILEGE 0x1B
#endif
#ifndef SE_GROUP_DEFAULTED
#define SE_GROUP_DEFAULTED 0x2
#endif
#ifndef SE_GROUP_ENABLED
#define SE_GROUP_ENABLED 0x4
#endif
#ifndef SE_GROUP_ENABLED_BY_DEFAULT
#define SE_GROUP_ENABLED_BY_DEFAULT 0x2
#endif
#ifndef SE_GROUP_INTEGRITY
#define SE_GROUP_INTEGRITY 0x20
#endif
#ifndef SE_GROUP_INTEGRITY_ENABLED
#define SE_GROUP_INTEGRITY_ENABLED 0x40
#endif
#ifndef SE_GROUP_LOGON_ID
#define SE_GROUP_LOGON_ID ((LONG)0xC0000000)
#endif
#ifndef SE_GROUP_MANDATORY
#define SE_GROUP_MANDATORY 0x1
#endif
#ifndef SE_GROUP_OWNER
#define SE_GROUP_OWNER 0x8
#endif
#ifndef SE_GROUP_RESOURCE
#define SE_GROUP_RESOURCE 0x20000000
#endif
#ifndef SE_GROUP_USE_FOR_DENY_ONLY
#define SE_GROUP_USE_FOR_DENY_ONLY 0x10
#endif
#ifndef SE_GROUP_VALID_ATTRIBUTES
#define SE_GROUP_VALID_ATTRIBUTES 0xE000007F
#endif
#ifndef SE_IMPERSONATE_PRIVILEGE
#define SE_IMPERSONATE_PRIVILEGE 0x1D
#endif
#ifndef SE_INCREASE_QUOTA_PRIVILEGE
#define SE_INCREASE_QUOTA_PRIVILEGE 0x5
#endif
#ifndef SE_INC_BASE_PRIORITY_PRIVILEGE
#define SE_INC_BASE_PRIORITY_PRIVILEGE 0xE
#endif
#ifndef SE_INC_WORKING_SET_PRIVILEGE
#define SE_INC_WORKING_SET_PRIVILEGE 0x21
#endif
#ifndef SE_LOAD_DRIVER_PRIVILEGE
#define SE_LOAD_DRIVER_PRIVILEGE 0xA
#endif
#ifndef SE_LOCK_MEMORY_PRIVILEGE
#define SE_LOCK_MEMORY_PRIVILEGE 0x4
#endif
#ifndef SE_MACHINE_ACCOUNT_PRIVILEGE
#define SE_MACHINE_ACCOUNT_PRIVILEGE 0x6
#endif
#ifndef SE_MANAGE_VOLUME_PRIVILEGE
#define SE_MANAGE_VOLUME_PRIVILEGE 0x1C
#endif
#ifndef SE_MAX_AUDIT_PARAMETERS
#define SE_MAX_AUDIT_PARAMETERS 0x20
#endif
#ifndef SE_MAX_GENERIC_AUDIT_PARAMETERS
#define SE_MAX_GENERIC_AUDIT_PARAMETERS 0x1C
#endif
#ifndef SE_MAX_WELL_KNOWN_PRIVILEGE
#define SE_MAX_WELL_KNOWN_PRIVILEGE 0x24
#endif
#ifndef SE_MIN_WELL_KNOWN_PRIVILEGE
#define SE_MIN_WELL_KNOWN_PRIVILEGE 0x2
#endif
#ifndef SE_OWNER_DEFAULTED
#define SE_OWNER_DEFAULTED 0x1
#endif
#ifndef SE_PRIVILEGE_ENABLED
#define SE_PRIVILEGE_ENABLED 0x2
#endif
#ifndef SE_PRIVILEGE_ENABLED_BY_DEFAULT
#define SE_PRIVILEGE_ENABLED_BY_DEFAULT 0x1
#endif
#ifndef SE_PRIVILEGE_REMOVED
#define SE_PRIVILEGE_REMOVED 0x4
#endif
#ifndef SE_PRIVILEGE_USED_FOR_ACCESS
#define SE_PRIVILEGE_USED_FOR_ACCESS ((LONG)0x80000000)
#endif
#ifndef SE_PRIVILEGE_VALID_ATTRIBUTES
#define SE_PRIVILEGE_VALID_ATTRIBUTES 0x80000007
#endif
#ifndef SE_PROF_SINGLE_PROCESS_PRIVILEGE
#define SE_PROF_SINGLE_PROCESS_PRIVILEGE 0xD
#endif
#ifndef SE_RELABEL_PRIVILEGE
#define SE_RELABEL_PRIVILEGE 0x20
#endif
#ifndef SE_REMOTE_SHUTDOWN_PRIVILEGE
#define SE_REMOTE_SHUTDOWN_PRIVILEGE 0x18
#endif
#ifndef SE_RESTORE_PRIVILEGE
#define SE_RESTORE_PRIVILEGE 0x12
#endif
#ifndef SE_RM_CONTROL_VALID
#define SE_RM_CONTROL_VALID 0x4000
#endif
#ifndef SE_SACL_AUTO_INHERITED
#define SE_SACL_AUTO_INHERITED 0x800
#endif
#ifndef SE_SACL_AUTO_INHERIT_REQ
#define SE_SACL_AUTO_INHERIT_REQ 0x200
#endif
#ifndef SE_SACL_DEFAULTED
#define SE_SACL_DEFAULTED 0x20
#endif
#ifndef SE_SACL_PRESENT
#define SE_SACL_PRESENT 0x10
#endif
#ifndef SE_SACL_PROTECTED
#define SE_SACL_PROTECTED 0x2000
#endif
#ifndef SE_SECURITY_DESCRIPTOR_FLAG_NO_ACCESS_FILTER_ACE
#define SE_SECURITY_DESCRIPTOR_FLAG_NO_ACCESS_FILTER_ACE 0x4
#endif
#ifndef SE_SECURITY_DESCRIPTOR_FLAG_NO_LABEL_ACE
#define SE_SECURITY_DESCRIPTOR_FLAG_NO_LABEL_ACE 0x2
#endif
#ifndef SE_SECURITY_DESCRIPTOR_FLAG_NO_OWNER_ACE
#define SE_SECURITY_DESCRIPTOR_FLAG_NO_OWNER_ACE 0x1
#endif
#ifndef SE_SECURITY_DESCRIPTOR_VALID_FLAGS
#define SE_SECURITY_DESCRIPTOR_VALID_FLAGS 0x7
#endif
#ifndef SE_SECURITY_PRIVILEGE
#define SE_SECURITY_PRIVILEGE 0x8
#endif
#ifndef SE_SELF_RELATIVE
#define SE_SELF_RELATIVE 0x8000
#endif
#ifndef SE_SERVER_SECURITY
#define SE_SERVER_SECURITY 0x80
#endif
#ifndef SE_SHUTDOWN_PRIVILEGE
#define SE_SHUTDOWN_PRIVILEGE 0x13
#endif
#ifndef SE_SIGNING_LEVEL_ANTIMALWARE
#define SE_SIGNING_LEVEL_ANTIMALWARE 0x7
#endif
#ifndef SE_SIGNING_LEVEL_AUTHENTICODE
#define SE_SIGNING_LEVEL_AUTHENTICODE 0x4
#endif
#ifndef SE_SIGNING_LEVEL_CUSTOM_1
#define SE_SIGNING_LEVEL_CUSTOM_1 0x3
#endif
#ifndef SE_SIGNING_LEVEL_CUSTOM_2
#define SE_SIGNING_LEVEL_CUSTOM_2 0x5
#endif
#ifndef SE_SIGNING_LEVEL_CUSTOM_3
#define SE_SIGNING_LEVEL_CUSTOM_3 0x7
#endif
#ifndef SE_SIGNING_LEVEL_CUSTOM_4
#define SE_SIGNING_LEVEL_CUSTOM_4 0x9
#endif
#ifndef SE_SIGNING_LEVEL_CUSTOM_5
#define SE_SIGNING_LEVEL_CUSTOM_5 0xA
#endif
#ifndef SE_SIGNING_LEVEL_CUSTOM_6
#define SE_SIGNING_LEVEL_CUSTOM_6 0xF
#endif
#ifndef SE_SIGNING_LEVEL_CUSTOM_7
#define SE_SIGNING_LEVEL_CUSTOM_7 0xD
#endif
#ifndef SE_SIGNING_LEVEL_DEVELOPER
#define SE_SIGNING_LEVEL_DEVELOPER 0x3
#endif
#ifndef SE_SIGNING_LEVEL_DYNAMIC_CODEGEN
#define SE_SIGNING_LEVEL_DYNAMIC_CODEGEN 0xB
#endif
#ifndef SE_SIGNING_LEVEL_ENTERPRISE
#define SE_SIGNING_LEVEL_ENTERPRISE 0x2
#endif
#ifndef SE_SIGNING_LEVEL_MICROSOFT
#define SE_SIGNING_LEVEL_MICROSOFT 0x8
#endif
#ifndef SE_SIGNING_LEVEL_STORE
#define SE_SIGNING_LEVEL_STORE 0x6
#endif
#ifndef SE_SIGNING_LEVEL_UNCHECKED
#define SE_SIGNING_LEVEL_UNCHECKED 0x0
#endif
#ifndef SE_SIGNING_LEVEL_UNSIGNED
#define SE_SIGNING_LEVEL_UNSIGNED 0x1
#endif
#ifndef SE_SIGNING_LEVEL_WINDOWS
#define SE_SIGNING_LEVEL_WINDOWS 0xC
#endif
#ifndef SE_SIGNING_LEVEL_WINDOWS_TCB
#define SE_SIGNING_LEVEL_WINDOWS_TCB 0xE
#endif
#ifndef SE_SYNC_AGENT_PRIVILEGE
#define SE_SYNC_AGENT_PRIVILEGE 0x1A
#endif
#ifndef SE_SYSTEMTIME_PRIVILEGE
#define SE_SYSTEMTIME_PRIVILEGE 0xC
#endif
#ifndef SE_SYSTEM_ENVIRONMENT_PRIVILEGE
#define SE_SYSTEM_ENVIRONMENT_PRIVILEGE 0x16
#endif
#ifndef SE_SYSTEM_PROFILE_PRIVILEGE
#define SE_SYSTEM_PROFILE_PRIVILEGE 0xB
#endif
#ifndef SE_TAKE_OWNERSHIP_PRIVILEGE
#define SE_TAKE_OWNERSHIP_PRIVILEGE 0x9
#endif
#ifndef SE_TCB_PRIVILEGE
#define SE_TCB_PRIVILEGE 0x7
#endif
#ifndef SE_TIME_ZONE_PRIVILEGE
#define SE_TIME_ZONE_PRIVILEGE 0x22
#endif
#ifndef SE_TRUSTED_CREDMAN_ACCESS_PRIVILEGE
#define SE_TRUSTED_CREDMAN_ACCESS_PRIVILEGE 0x1F
#endif
#ifndef SE_UNDOCK_PRIVILEGE
#define SE_UNDOCK_PRIVILEGE 0x19
#endif
#ifndef SE_UNSOLICITED_INPUT_PRIVILEGE
#define SE_UNSOLICITED_INPUT_PRIVILEGE 0x6
#endif
#ifndef SEC_64K_PAGES
#define SEC_64K_PAGES 0x00080000
#endif
#ifndef SEC_BASED
#define SEC_BASED 0x00200000
#endif
#ifndef SEC_COMMIT
#define SEC_COMMIT 0x08000000
#endif
#ifndef SEC_DELETED_HANDLE
#define SEC_DELETED_HANDLE ((LONG)0xFFFFFFFE)
#endif
#ifndef SEC_DRIVER_IMAGE
#define SEC_DRIVER_IMAGE 0x00100000
#endif
#ifndef SEC_FILE
#define SEC_FILE 0x00800000
#endif
#ifndef SEC_GLOBAL
#define SEC_GLOBAL 0x20000000
#endif
#ifndef SEC_HUGE_PAGES
#define SEC_HUGE_PAGES 0x00020000
#endif
#ifndef SEC_IMAGE
#define SEC_IMAGE 0x01000000
#endif
#ifndef SEC_IMAGE_NO_EXECUTE
#define SEC_IMAGE_NO_EXECUTE 0x11000000
#endif
#ifndef SEC_LARGE_PAGES
#define SEC_LARGE_PAGES 0x80000000
#endif
#ifndef SEC_NOCACHE
#define SEC_NOCACHE 0x10000000
#endif
#ifndef SEC_NO_CHANGE
#define SEC_NO_CHANGE 0x00400000
#endif
#ifndef SEC_PARTITION_OWNER_HANDLE
#define SEC_PARTITION_OWNER_HANDLE 0x00040000
#endif
#ifndef SEC_PROTECTED_IMAGE
#define SEC_PROTECTED_IMAGE 0x02000000
#endif
#ifndef SEC_RESERVE
#define SEC_RESERVE 0x04000000
#endif
#ifndef SEC_WINNT_AUTH_IDENTITY_ANSI
#define SEC_WINNT_AUTH_IDENTITY_ANSI 0x1
#endif
#ifndef SEC_WINNT_AUTH_IDENTITY_MARSHALLED
#define SEC_WINNT_AUTH_IDENTITY_MARSHALLED 0x4
#endif
#ifndef SEC_WINNT_AUTH_IDENTITY_ONLY
#define SEC_WINNT_AUTH_IDENTITY_ONLY 0x8
#endif
#ifndef SEC_WINNT_AUTH_IDENTITY_UNICODE
#define SEC_WINNT_AUTH_IDENTITY_UNICODE 0x2
#endif
#ifndef SEC_WINNT_AUTH_IDENTITY_VERSION
#define SEC_WINNT_AUTH_IDENTITY_VERSION 0x200
#endif
#ifndef SEC_WINNT_AUTH_IDENTITY_VERSION_2
#define SEC_WINNT_AUTH_IDENTITY_VERSION_2 0x201
#endif
#ifndef SEC_WRITECOMBINE
#define SEC_WRITECOMBINE 0x40000000
#endif
#ifndef SECBUFFER_ALERT
#define SECBUFFER_ALERT 0x11
#endif
#ifndef SECBUFFER_APPLICATION_PROTOCOLS
#define SECBUFFER_APPLICATION_PROTOCOLS 0x12
#endif
#ifndef SECBUFFER_ATTRMASK
#define SECBUFFER_ATTRMASK 0xF0000000
#endif
#ifndef SECBUFFER_CERTIFICATE_REQUEST_CONTEXT
#define SECBUFFER_CERTIFICATE_REQUEST_CONTEXT 0x1D
#endif
#ifndef SECBUFFER_CHANGE_PASS_RESPONSE
#define SECBUFFER_CHANGE_PASS_RESPONSE 0xF
#endif
#ifndef SECBUFFER_CHANNEL_BINDINGS
#define SECBUFFER_CHANNEL_BINDINGS 0xE
#endif
#ifndef SECBUFFER_DATA
#define SECBUFFER_DATA 0x1
#endif
#ifndef SECBUFFER_DTLS_MTU
#define SECBUFFER_DTLS_MTU 0x18
#endif
#ifndef SECBUFFER_EMPTY
#define SECBUFFER_EMPTY 0x0
#endif
#ifndef SECBUFFER_EXTRA
#define SECBUFFER_EXTRA 0x5
#endif
#ifndef SECBUFFER_FLAGS
#define SECBUFFER_FLAGS 0x1B
#endif
#ifndef SECBUFFER_MECHLIST
#define SECBUFFER_MECHLIST 0xB
#endif
#ifndef SECBUFFER_MECHLIST_SIGNATURE
#define SECBUFFER_MECHLIST_SIGNATURE 0xC
#endif
#ifndef SECBUFFER_MISSING
#define SECBUFFER_MISSING 0x4
#endif
#ifndef SECBUFFER_NEGOTIATION_INFO
#define SECBUFFER_NEGOTIATION_INFO 0x8
#endif
#ifndef SECBUFFER_PADDING
#define SECBUFFER_PADDING 0x9
#endif
#ifndef SECBUFFER_PKG_PARAMS
#define SECBUFFER_PKG_PARAMS 0x3
#endif
#ifndef SECBUFFER_PRESHARED_KEY
#define SECBUFFER_PRESHARED_KEY 0x16
#endif
#ifndef SECBUFFER_PRESHARED_KEY_IDENTITY
#define SECBUFFER_PRESHARED_KEY_IDENTITY 0x17
#endif
#ifndef SECBUFFER_READONLY
#define SECBUFFER_READONLY 0x80000000
#endif
#ifndef SECBUFFER_READONLY_WITH_CHECKSUM
#define SECBUFFER_READONLY_WITH_CHECKSUM 0x10000000
#endif
#ifndef SECBUFFER_RESERVED
#define SECBUFFER_RESERVED 0x60000000
#endif
#ifndef SECBUFFER_SEND_GENERIC_TLS_EXTENSION
#define SECBUFFER_SEND_GENERIC_TLS_EXTENSION 0x19
#endif
#ifndef SECBUFFER_SRTP_MASTER_KEY_IDENTIFIER
#define SECBUFFER_SRTP_MASTER_KEY_IDENTIFIER 0x14
#endif
#ifndef SECBUFFER_SRTP_PROTECTION_PROFILES
#define SECBUFFER_SRTP_PROTECTION_PROFILES 0x13
#endif
#ifndef SECBUFFER_STREAM
#define SECBUFFER_STREAM 0xA
#endif
#ifndef SECBUFFER_STREAM_HEADER
#define SECBUFFER_STREAM_HEADER 0x7
#endif
#ifndef SECBUFFER_STREAM_TRAILER
#define SECBUFFER_STREAM_TRAILER 0x6
#endif
#ifndef SECBUFFER_SUBSCRIBE_GENERIC_TLS_EXTENSION
#define SECBUFFER_SUBSCRIBE_GENERIC_TLS_EXTENSION 0x1A
#endif
#ifndef SECBUFFER_TARGET
#define SECBUFFER_TARGET 0xD
#endif
#ifndef SECBUFFER_TARGET_HOST
#define SECBUFFER_TARGET_HOST 0x10
#endif
#ifndef SECBUFFER_TOKEN
#define SECBUFFER_TOKEN 0x2
#endif
#ifndef SECBUFFER_TOKEN_BINDING
#define SECBUFFER_TOKEN_BINDING 0x15
#endif
#ifndef SECBUFFER_TRAFFIC_SECRETS
#define SECBUFFER_TRAFFIC_SECRETS 0x1C
#endif
#ifndef SECBUFFER_VERSION
#define SECBUFFER_VERSION 0x0
#endif
#ifndef SECQOP_WRAP_NO_ENCRYPT
#define SECQOP_WRAP_NO_ENCRYPT 0x80000001
#endif
#ifndef SECQOP_WRAP_OOB_DATA
#define SECQOP_WRAP_OOB_DATA 0x40000000
#endif
#ifndef SECTION_ALL_ACCESS
#define SECTION_ALL_ACCESS 0x000F001F
#endif
#ifndef SECTION_EXTEND_SIZE
#define SECTION_EXTEND_SIZE 0x10
#endif
#ifndef SECTION_MAP_EXECUTE
#define SECTION_MAP_EXECUTE 0x8
#endif
#ifndef SECTION_MAP_EXECUTE_EXPLICIT
#define SECTION_MAP_EXECUTE_EXPLICIT 0x20
#endif
#ifndef SECTION_MAP_READ
#define SECTION_MAP_READ 0x4
#endif
#ifndef SECTION_MAP_WRITE
#define SECTION_MAP_WRITE 0x2
#endif
#ifndef SECTION_QUERY
#define SECTION_QUERY 0x1
#endif
#ifndef SECURE_DRIVER_INTERFACE_VERSION
#define SECURE_DRIVER_INTERFACE_VERSION 0x1
#endif
#ifndef SECURE_POOL_FLAGS_FREEABLE
#define SECURE_POOL_FLAGS_FREEABLE 0x1
#endif
#ifndef SECURE_POOL_FLAGS_MODIFIABLE
#define SECURE_POOL_FLAGS_MODIFIABLE 0x2
#endif
#ifndef SECURE_POOL_FLAGS_NONE
#define SECURE_POOL_FLAGS_NONE 0x0
#endif
#ifndef SECURE_SECTION_ALLOW_PARTIAL_MDL
#define SECURE_SECTION_ALLOW_PARTIAL_MDL 0x1
#endif
#ifndef SECURITY_ACCESS_BATCH_LOGON
#define SECURITY_ACCESS_BATCH_LOGON 0x4
#endif
#ifndef SECURITY_ACCESS_DENY_BATCH_LOGON
#define SECURITY_ACCESS_DENY_BATCH_LOGON 0x100
#endif
#ifndef SECURITY_ACCESS_DENY_INTERACTIVE_LOGON
#define SECURITY_ACCESS_DENY_INTERACTIVE_LOGON 0x40
#endif
#ifndef SECURITY_ACCESS_DENY_NETWORK_LOGON
#define SECURITY_ACCESS_DENY_NETWORK_LOGON 0x80
#endif
#ifndef SECURITY_ACCESS_DENY_REMOTE_INTERACTIVE_LOGON
#define SECURITY_ACCESS_DENY_REMOTE_INTERACTIVE_LOGON 0x800
#endif
#ifndef SECURITY_ACCESS_DENY_SERVICE_LOGON
#define SECURITY_ACCESS_DENY_SERVICE_LOGON 0x200
#endif
#ifndef SECURITY_ACCESS_INTERACTIVE_LOGON
#define SECURITY_ACCESS_INTERACTIVE_LOGON 0x1
#endif
#ifndef SECURITY_ACCESS_NETWORK_LOGON
#define SECURITY_ACCESS_NETWORK_LOGON 0x2
#endif
#ifndef SECURITY_ACCESS_PROXY_LOGON
#define SECURITY_ACCESS_PROXY_LOGON 0x20
#endif
#ifndef SECURITY_ACCESS_REMOTE_INTERACTIVE_LOGON
#define SECURITY_ACCESS_REMOTE_INTERACTIVE_LOGON 0x400
#endif
#ifndef SECURITY_ACCESS_SERVICE_LOGON
#define SECURITY_ACCESS_SERVICE_LOGON 0x10
#endif
#ifndef SECURITY_ANONYMOUS
#define SECURITY_ANONYMOUS 0x0
#endif
#ifndef SECURITY_ANONYMOUS_LOGON_RID
#define SECURITY_ANONYMOUS_LOGON_RID 0x7
#endif
#ifndef SECURITY_APPPOOL_ID_BASE_RID
#define SECURITY_APPPOOL_ID_BASE_RID 0x52
#endif
#ifndef SECURITY_APPPOOL_ID_RID_COUNT
#define SECURITY_APPPOOL_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_APP_PACKAGE_BASE_RID
#define SECURITY_APP_PACKAGE_BASE_RID 0x2
#endif
#ifndef SECURITY_APP_PACKAGE_RID_COUNT
#define SECURITY_APP_PACKAGE_RID_COUNT 0x8
#endif
#ifndef SECURITY_AUTHENTICATED_USER_RID
#define SECURITY_AUTHENTICATED_USER_RID 0xB
#endif
#ifndef SECURITY_AUTHENTICATION_AUTHORITY_ASSERTED_RID
#define SECURITY_AUTHENTICATION_AUTHORITY_ASSERTED_RID 0x1
#endif
#ifndef SECURITY_AUTHENTICATION_AUTHORITY_RID_COUNT
#define SECURITY_AUTHENTICATION_AUTHORITY_RID_COUNT 0x1
#endif
#ifndef SECURITY_AUTHENTICATION_FRESH_KEY_AUTH_RID
#define SECURITY_AUTHENTICATION_FRESH_KEY_AUTH_RID 0x3
#endif
#ifndef SECURITY_AUTHENTICATION_KEY_PROPERTY_ATTESTATION_RID
#define SECURITY_AUTHENTICATION_KEY_PROPERTY_ATTESTATION_RID 0x6
#endif
#ifndef SECURITY_AUTHENTICATION_KEY_PROPERTY_MFA_RID
#define SECURITY_AUTHENTICATION_KEY_PROPERTY_MFA_RID 0x5
#endif
#ifndef SECURITY_AUTHENTICATION_KEY_TRUST_RID
#define SECURITY_AUTHENTICATION_KEY_TRUST_RID 0x4
#endif
#ifndef SECURITY_AUTHENTICATION_SERVICE_ASSERTED_RID
#define SECURITY_AUTHENTICATION_SERVICE_ASSERTED_RID 0x2
#endif
#ifndef SECURITY_BATCH_RID
#define SECURITY_BATCH_RID 0x3
#endif
#ifndef SECURITY_BUILTIN_APP_PACKAGE_RID_COUNT
#define SECURITY_BUILTIN_APP_PACKAGE_RID_COUNT 0x2
#endif
#ifndef SECURITY_BUILTIN_CAPABILITY_RID_COUNT
#define SECURITY_BUILTIN_CAPABILITY_RID_COUNT 0x2
#endif
#ifndef SECURITY_BUILTIN_DOMAIN_RID
#define SECURITY_BUILTIN_DOMAIN_RID 0x20
#endif
#ifndef SECURITY_BUILTIN_PACKAGE_ANY_PACKAGE
#define SECURITY_BUILTIN_PACKAGE_ANY_PACKAGE 0x1
#endif
#ifndef SECURITY_BUILTIN_PACKAGE_ANY_RESTRICTED_PACKAGE
#define SECURITY_BUILTIN_PACKAGE_ANY_RESTRICTED_PACKAGE 0x2
#endif
#ifndef SECURITY_CAPABILITY_APPOINTMENTS
#define SECURITY_CAPABILITY_APPOINTMENTS 0xB
#endif
#ifndef SECURITY_CAPABILITY_APP_RID
#define SECURITY_CAPABILITY_APP_RID 0x400
#endif
#ifndef SECURITY_CAPABILITY_APP_SILO_RID
#define SECURITY_CAPABILITY_APP_SILO_RID 0x00010000
#endif
#ifndef SECURITY_CAPABILITY_BASE_RID
#define SECURITY_CAPABILITY_BASE_RID 0x3
#endif
#ifndef SECURITY_CAPABILITY_CONTACTS
#define SECURITY_CAPABILITY_CONTACTS 0xC
#endif
#ifndef SECURITY_CAPABILITY_DOCUMENTS_LIBRARY
#define SECURITY_CAPABILITY_DOCUMENTS_LIBRARY 0x7
#endif
#ifndef SECURITY_CAPABILITY_ENTERPRISE_AUTHENTICATION
#define SECURITY_CAPABILITY_ENTERPRISE_AUTHENTICATION 0x8
#endif
#ifndef SECURITY_CAPABILITY_INTERNET_CLIENT
#define SECURITY_CAPABILITY_INTERNET_CLIENT 0x1
#endif
#ifndef SECURITY_CAPABILITY_INTERNET_CLIENT_SERVER
#define SECURITY_CAPABILITY_INTERNET_CLIENT_SERVER 0x2
#endif
#ifndef SECURITY_CAPABILITY_INTERNET_EXPLORER
#define SECURITY_CAPABILITY_INTERNET_EXPLORER 0x1000
#endif
#ifndef SECURITY_CAPABILITY_MUSIC_LIBRARY
#define SECURITY_CAPABILITY_MUSIC_LIBRARY 0x6
#endif
#ifndef SECURITY_CAPABILITY_PICTURES_LIBRARY
#define SECURITY_CAPABILITY_PICTURES_LIBRARY 0x4
#endif
#ifndef SECURITY_CAPABILITY_PRIVATE_NETWORK_CLIENT_SERVER
#define SECURITY_CAPABILITY_PRIVATE_NETWORK_CLIENT_SERVER 0x3
#endif
#ifndef SECURITY_CAPABILITY_REMOVABLE_STORAGE
#define SECURITY_CAPABILITY_REMOVABLE_STORAGE 0xA
#endif
#ifndef SECURITY_CAPABILITY_RID_COUNT
#define SECURITY_CAPABILITY_RID_COUNT 0x5
#endif
#ifndef SECURITY_CAPABILITY_SHARED_USER_CERTIFICATES
#define SECURITY_CAPABILITY_SHARED_USER_CERTIFICATES 0x9
#endif
#ifndef SECURITY_CAPABILITY_VIDEOS_LIBRARY
#define SECURITY_CAPABILITY_VIDEOS_LIBRARY 0x5
#endif
#ifndef SECURITY_CCG_ID_BASE_RID
#define SECURITY_CCG_ID_BASE_RID 0x5F
#endif
#ifndef SECURITY_CHILD_PACKAGE_RID_COUNT
#define SECURITY_CHILD_PACKAGE_RID_COUNT 0xC
#endif
#ifndef SECURITY_CLOUD_INFRASTRUCTURE_SERVICES_ID_BASE_RID
#define SECURITY_CLOUD_INFRASTRUCTURE_SERVICES_ID_BASE_RID 0x55
#endif
#ifndef SECURITY_CLOUD_INFRASTRUCTURE_SERVICES_ID_RID_COUNT
#define SECURITY_CLOUD_INFRASTRUCTURE_SERVICES_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_COM_ID_BASE_RID
#define SECURITY_COM_ID_BASE_RID 0x59
#endif
#ifndef SECURITY_CONTEXT_TRACKING
#define SECURITY_CONTEXT_TRACKING 0x00040000
#endif
#ifndef SECURITY_CREATOR_GROUP_RID
#define SECURITY_CREATOR_GROUP_RID 0x1
#endif
#ifndef SECURITY_CREATOR_GROUP_SERVER_RID
#define SECURITY_CREATOR_GROUP_SERVER_RID 0x3
#endif
#ifndef SECURITY_CREATOR_OWNER_RID
#define SECURITY_CREATOR_OWNER_RID 0x0
#endif
#ifndef SECURITY_CREATOR_OWNER_RIGHTS_RID
#define SECURITY_CREATOR_OWNER_RIGHTS_RID 0x4
#endif
#ifndef SECURITY_CREATOR_OWNER_SERVER_RID
#define SECURITY_CREATOR_OWNER_SERVER_RID 0x2
#endif
#ifndef SECURITY_CRED_TYPE_BASE_RID
#define SECURITY_CRED_TYPE_BASE_RID 0x41
#endif
#ifndef SECURITY_CRED_TYPE_RID_COUNT
#define SECURITY_CRED_TYPE_RID_COUNT 0x2
#endif
#ifndef SECURITY_CRED_TYPE_THIS_ORG_CERT_RID
#define SECURITY_CRED_TYPE_THIS_ORG_CERT_RID 0x1
#endif
#ifndef SECURITY_DASHOST_ID_BASE_RID
#define SECURITY_DASHOST_ID_BASE_RID 0x5C
#endif
#ifndef SECURITY_DASHOST_ID_RID_COUNT
#define SECURITY_DASHOST_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_DELEGATION
#define SECURITY_DELEGATION 0x00030000
#endif
#ifndef SECURITY_DESCRIPTOR_MIN_LENGTH
#define SECURITY_DESCRIPTOR_MIN_LENGTH 0x28
#endif
#ifndef SECURITY_DESCRIPTOR_REVISION
#define SECURITY_DESCRIPTOR_REVISION 0x1
#endif
#ifndef SECURITY_DESCRIPTOR_REVISION1
#define SECURITY_DESCRIPTOR_REVISION1 0x1
#endif
#ifndef SECURITY_DIALUP_RID
#define SECURITY_DIALUP_RID 0x1
#endif
#ifndef SECURITY_DYNAMIC_TRACKING
#define SECURITY_DYNAMIC_TRACKING 0x1
#endif
#ifndef SECURITY_EFFECTIVE_ONLY
#define SECURITY_EFFECTIVE_ONLY 0x00080000
#endif
#ifndef SECURITY_ENTERPRISE_CONTROLLERS_RID
#define SECURITY_ENTERPRISE_CONTROLLERS_RID 0x9
#endif
#ifndef SECURITY_ENTERPRISE_READONLY_CONTROLLERS_RID
#define SECURITY_ENTERPRISE_READONLY_CONTROLLERS_RID 0x16
#endif
#ifndef SECURITY_IDENTIFICATION
#define SECURITY_IDENTIFICATION 0x00010000
#endif
#ifndef SECURITY_IMPERSONATION
#define SECURITY_IMPERSONATION 0x00020000
#endif
#ifndef SECURITY_INSTALLER_CAPABILITY_RID_COUNT
#define SECURITY_INSTALLER_CAPABILITY_RID_COUNT 0xA
#endif
#ifndef SECURITY_INSTALLER_GROUP_CAPABILITY_BASE
#define SECURITY_INSTALLER_GROUP_CAPABILITY_BASE 0x20
#endif
#ifndef SECURITY_INSTALLER_GROUP_CAPABILITY_RID_COUNT
#define SECURITY_INSTALLER_GROUP_CAPABILITY_RID_COUNT 0x9
#endif
#ifndef SECURITY_INTERACTIVE_RID
#define SECURITY_INTERACTIVE_RID 0x4
#endif
#ifndef SECURITY_IUSER_RID
#define SECURITY_IUSER_RID 0x11
#endif
#ifndef SECURITY_LOCAL_ACCOUNT_AND_ADMIN_RID
#define SECURITY_LOCAL_ACCOUNT_AND_ADMIN_RID 0x72
#endif
#ifndef SECURITY_LOCAL_ACCOUNT_RID
#define SECURITY_LOCAL_ACCOUNT_RID 0x71
#endif
#ifndef SECURITY_LOCAL_LOGON_RID
#define SECURITY_LOCAL_LOGON_RID 0x1
#endif
#ifndef SECURITY_LOCAL_RID
#define SECURITY_LOCAL_RID 0x0
#endif
#ifndef SECURITY_LOCAL_SERVICE_RID
#define SECURITY_LOCAL_SERVICE_RID 0x13
#endif
#ifndef SECURITY_LOCAL_SYSTEM_RID
#define SECURITY_LOCAL_SYSTEM_RID 0x12
#endif
#ifndef SECURITY_LOGON_IDS_RID
#define SECURITY_LOGON_IDS_RID 0x5
#endif
#ifndef SECURITY_LOGON_IDS_RID_COUNT
#define SECURITY_LOGON_IDS_RID_COUNT 0x3
#endif
#ifndef SECURITY_MANDATORY_HIGH_RID
#define SECURITY_MANDATORY_HIGH_RID 0x3000
#endif
#ifndef SECURITY_MANDATORY_LOW_RID
#define SECURITY_MANDATORY_LOW_RID 0x1000
#endif
#ifndef SECURITY_MANDATORY_MAXIMUM_USER_RID
#define SECURITY_MANDATORY_MAXIMUM_USER_RID 0x4000
#endif
#ifndef SECURITY_MANDATORY_MEDIUM_PLUS_RID
#define SECURITY_MANDATORY_MEDIUM_PLUS_RID 0x2100
#endif
#ifndef SECURITY_MANDATORY_MEDIUM_RID
#define SECURITY_MANDATORY_MEDIUM_RID 0x2000
#endif
#ifndef SECURITY_MANDATORY_PROTECTED_PROCESS_RID
#define SECURITY_MANDATORY_PROTECTED_PROCESS_RID 0x5000
#endif
#ifndef SECURITY_MANDATORY_SYSTEM_RID
#define SECURITY_MANDATORY_SYSTEM_RID 0x4000
#endif
#ifndef SECURITY_MANDATORY_UNTRUSTED_RID
#define SECURITY_MANDATORY_UNTRUSTED_RID 0x0
#endif
#ifndef SECURITY_MAX_ALWAYS_FILTERED
#define SECURITY_MAX_ALWAYS_FILTERED 0x3E7
#endif
#ifndef SECURITY_MAX_BASE_RID
#define SECURITY_MAX_BASE_RID 0x6F
#endif
#ifndef SECURITY_MAX_IMPERSONATION_LEVEL
#define SECURITY_MAX_IMPERSONATION_LEVEL 0x3
#endif
#ifndef SECURITY_MAX_SID_SIZE
#define SECURITY_MAX_SID_SIZE 0x44
#endif
#ifndef SECURITY_MIN_BASE_RID
#define SECURITY_MIN_BASE_RID 0x50
#endif
#ifndef SECURITY_MIN_IMPERSONATION_LEVEL
#define SECURITY_MIN_IMPERSONATION_LEVEL 0x0
#endif
#ifndef SECURITY_MIN_NEVER_FILTERED
#define SECURITY_MIN_NEVER_FILTERED 0x3E8
#endif
#ifndef SECURITY_NATIVE_DREP
#define SECURITY_NATIVE_DREP 0x10
#endif
#ifndef SECURITY_NETWORK_DREP
#define SECURITY_NETWORK_DREP 0x0
#endif
#ifndef SECURITY_NETWORK_RID
#define SECURITY_NETWORK_RID 0x2
#endif
#ifndef SECURITY_NETWORK_SERVICE_RID
#define SECURITY_NETWORK_SERVICE_RID 0x14
#endif
#ifndef SECURITY_NFS_ID_BASE_RID
#define SECURITY_NFS_ID_BASE_RID 0x58
#endif
#ifndef SECURITY_NT_NON_UNIQUE
#define SECURITY_NT_NON_UNIQUE 0x15
#endif
#ifndef SECURITY_NT_NON_UNIQUE_SUB_AUTH_COUNT
#define SECURITY_NT_NON_UNIQUE_SUB_AUTH_COUNT 0x3
#endif
#ifndef SECURITY_NULL_RID
#define SECURITY_NULL_RID 0x0
#endif
#ifndef SECURITY_OTHER_ORGANIZATION_RID
#define SECURITY_OTHER_ORGANIZATION_RID 0x3E8
#endif
#ifndef SECURITY_PACKAGE_BASE_RID
#define SECURITY_PACKAGE_BASE_RID 0x40
#endif
#ifndef SECURITY_PACKAGE_DIGEST_RID
#define SECURITY_PACKAGE_DIGEST_RID 0x15
#endif
#ifndef SECURITY_PACKAGE_NTLM_RID
#define SECURITY_PACKAGE_NTLM_RID 0xA
#endif
#ifndef SECURITY_PACKAGE_RID_COUNT
#define SECURITY_PACKAGE_RID_COUNT 0x2
#endif
#ifndef SECURITY_PACKAGE_SCHANNEL_RID
#define SECURITY_PACKAGE_SCHANNEL_RID 0xE
#endif
#ifndef SECURITY_PARENT_PACKAGE_RID_COUNT
#define SECURITY_PARENT_PACKAGE_RID_COUNT 0x8
#endif
#ifndef SECURITY_PRINCIPAL_SELF_RID
#define SECURITY_PRINCIPAL_SELF_RID 0xA
#endif
#ifndef SECURITY_PROCESS_PROTECTION_LEVEL_ANTIMALWARE_RID
#define SECURITY_PROCESS_PROTECTION_LEVEL_ANTIMALWARE_RID 0x600
#endif
#ifndef SECURITY_PROCESS_PROTECTION_LEVEL_APP_RID
#define SECURITY_PROCESS_PROTECTION_LEVEL_APP_RID 0x800
#endif
#ifndef SECURITY_PROCESS_PROTECTION_LEVEL_AUTHENTICODE_RID
#define SECURITY_PROCESS_PROTECTION_LEVEL_AUTHENTICODE_RID 0x400
#endif
#ifndef SECURITY_PROCESS_PROTECTION_LEVEL_NONE_RID
#define SECURITY_PROCESS_PROTECTION_LEVEL_NONE_RID 0x0
#endif
#ifndef SECURITY_PROCESS_PROTECTION_LEVEL_WINDOWS_RID
#define SECURITY_PROCESS_PROTECTION_LEVEL_WINDOWS_RID 0x1000
#endif
#ifndef SECURITY_PROCESS_PROTECTION_LEVEL_WINTCB_RID
#define SECURITY_PROCESS_PROTECTION_LEVEL_WINTCB_RID 0x2000
#endif
#ifndef SECURITY_PROCESS_PROTECTION_TYPE_FULL_RID
#define SECURITY_PROCESS_PROTECTION_TYPE_FULL_RID 0x400
#endif
#ifndef SECURITY_PROCESS_PROTECTION_TYPE_LITE_RID
#define SECURITY_PROCESS_PROTECTION_TYPE_LITE_RID 0x200
#endif
#ifndef SECURITY_PROCESS_PROTECTION_TYPE_NONE_RID
#define SECURITY_PROCESS_PROTECTION_TYPE_NONE_RID 0x0
#endif
#ifndef SECURITY_PROCESS_TRUST_AUTHORITY_RID_COUNT
#define SECURITY_PROCESS_TRUST_AUTHORITY_RID_COUNT 0x2
#endif
#ifndef SECURITY_PROXY_RID
#define SECURITY_PROXY_RID 0x8
#endif
#ifndef SECURITY_RDV_GFX_BASE_RID
#define SECURITY_RDV_GFX_BASE_RID 0x5B
#endif
#ifndef SECURITY_REMOTE_LOGON_RID
#define SECURITY_REMOTE_LOGON_RID 0xE
#endif
#ifndef SECURITY_RESERVED_ID_BASE_RID
#define SECURITY_RESERVED_ID_BASE_RID 0x51
#endif
#ifndef SECURITY_RESTRICTED_CODE_RID
#define SECURITY_RESTRICTED_CODE_RID 0xC
#endif
#ifndef SECURITY_SERVER_LOGON_RID
#define SECURITY_SERVER_LOGON_RID 0x9
#endif
#ifndef SECURITY_SERVICE_ID_BASE_RID
#define SECURITY_SERVICE_ID_BASE_RID 0x50
#endif
#ifndef SECURITY_SERVICE_ID_RID_COUNT
#define SECURITY_SERVICE_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_SERVICE_RID
#define SECURITY_SERVICE_RID 0x6
#endif
#ifndef SECURITY_SQOS_PRESENT
#define SECURITY_SQOS_PRESENT 0x00100000
#endif
#ifndef SECURITY_STATIC_TRACKING
#define SECURITY_STATIC_TRACKING 0x0
#endif
#ifndef SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION
#define SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION 0x1
#endif
#ifndef SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION_2
#define SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION_2 0x2
#endif
#ifndef SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION_3
#define SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION_3 0x3
#endif
#ifndef SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION_4
#define SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION_4 0x4
#endif
#ifndef SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION_5
#define SECURITY_SUPPORT_PROVIDER_INTERFACE_VERSION_5 0x5
#endif
#ifndef SECURITY_TASK_ID_BASE_RID
#define SECURITY_TASK_ID_BASE_RID 0x57
#endif
#ifndef SECURITY_TERMINAL_SERVER_RID
#define SECURITY_TERMINAL_SERVER_RID 0xD
#endif
#ifndef SECURITY_THIS_ORGANIZATION_RID
#define SECURITY_THIS_ORGANIZATION_RID 0xF
#endif
#ifndef SECURITY_TRUSTED_INSTALLER_RID1
#define SECURITY_TRUSTED_INSTALLER_RID1 0x38FB89B5
#endif
#ifndef SECURITY_TRUSTED_INSTALLER_RID2
#define SECURITY_TRUSTED_INSTALLER_RID2 0xCBC28419
#endif
#ifndef SECURITY_TRUSTED_INSTALLER_RID3
#define SECURITY_TRUSTED_INSTALLER_RID3 0x6D236C5C
#endif
#ifndef SECURITY_TRUSTED_INSTALLER_RID4
#define SECURITY_TRUSTED_INSTALLER_RID4 0x6E770057
#endif
#ifndef SECURITY_TRUSTED_INSTALLER_RID5
#define SECURITY_TRUSTED_INSTALLER_RID5 0x876402C0
#endif
#ifndef SECURITY_UMFD_BASE_RID
#define SECURITY_UMFD_BASE_RID 0x60
#endif
#ifndef SECURITY_USERMANAGER_ID_BASE_RID
#define SECURITY_USERMANAGER_ID_BASE_RID 0x5D
#endif
#ifndef SECURITY_USERMANAGER_ID_RID_COUNT
#define SECURITY_USERMANAGER_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_USERMODEDRIVERHOST_ID_BASE_RID
#define SECURITY_USERMODEDRIVERHOST_ID_BASE_RID 0x54
#endif
#ifndef SECURITY_USERMODEDRIVERHOST_ID_RID_COUNT
#define SECURITY_USERMODEDRIVERHOST_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_VALID_SQOS_FLAGS
#define SECURITY_VALID_SQOS_FLAGS 0x001F0000
#endif
#ifndef SECURITY_VIRTUALACCOUNT_ID_RID_COUNT
#define SECURITY_VIRTUALACCOUNT_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_VIRTUALSERVER_ID_BASE_RID
#define SECURITY_VIRTUALSERVER_ID_BASE_RID 0x53
#endif
#ifndef SECURITY_VIRTUALSERVER_ID_RID_COUNT
#define SECURITY_VIRTUALSERVER_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_WINDOWSMOBILE_ID_BASE_RID
#define SECURITY_WINDOWSMOBILE_ID_BASE_RID 0x70
#endif
#ifndef SECURITY_WINDOW_MANAGER_BASE_RID
#define SECURITY_WINDOW_MANAGER_BASE_RID 0x5A
#endif
#ifndef SECURITY_WINRM_ID_BASE_RID
#define SECURITY_WINRM_ID_BASE_RID 0x5E
#endif
#ifndef SECURITY_WINRM_ID_RID_COUNT
#define SECURITY_WINRM_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_WMIHOST_ID_BASE_RID
#define SECURITY_WMIHOST_ID_BASE_RID 0x56
#endif
#ifndef SECURITY_WMIHOST_ID_RID_COUNT
#define SECURITY_WMIHOST_ID_RID_COUNT 0x6
#endif
#ifndef SECURITY_WORLD_RID
#define SECURITY_WORLD_RID 0x0
#endif
#ifndef SECURITY_WRITE_RESTRICTED_CODE_RID
#define SECURITY_WRITE_RESTRICTED_CODE_RID 0x21
#endif
#ifndef SEF_AI_USE_EXTRA_PARAMS
#define SEF_AI_USE_EXTRA_PARAMS 0x800
#endif
#ifndef SEF_AVOID_OWNER_CHECK
#define SEF_AVOID_OWNER_CHECK 0x10
#endif
#ifndef SEF_AVOID_OWNER_RESTRICTION
#define SEF_AVOID_OWNER_RESTRICTION 0x1000
#endif
#ifndef SEF_AVOID_PRIVILEGE_CHECK
#define SEF_AVOID_PRIVILEGE_CHECK 0x8
#endif
#ifndef SEF_DACL_AUTO_INHERIT
#define SEF_DACL_AUTO_INHERIT 0x1
#endif
#ifndef SEF_DEFAULT_DESCRIPTOR_FOR_OBJECT
#define SEF_DEFAULT_DESCRIPTOR_FOR_OBJECT 0x4
#endif
#ifndef SEF_DEFAULT_GROUP_FROM_PARENT
#define SEF_DEFAULT_GROUP_FROM_PARENT 0x40
#endif
#ifndef SEF_DEFAULT_OWNER_FROM_PARENT
#define SEF_DEFAULT_OWNER_FROM_PARENT 0x20
#endif
#ifndef SEF_FORCE_USER_MODE
#define SEF_FORCE_USER_MODE 0x2000
#endif
#ifndef SEF_MACL_NO_EXECUTE_UP
#define SEF_MACL_NO_EXECUTE_UP 0x400
#endif
#ifndef SEF_MACL_NO_READ_UP
#define SEF_MACL_NO_READ_UP 0x200
#endif
#ifndef SEF_MACL_NO_WRITE_UP
#define SEF_MACL_NO_WRITE_UP 0x100
#endif
#ifndef SEF_MACL_VALID_FLAGS
#define SEF_MACL_VALID_FLAGS 0x700
#endif
#ifndef SEF_NORMALIZE_OUTPUT_DESCRIPTOR
#define SEF_NORMALIZE_OUTPUT_DESCRIPTOR 0x4000
#endif
#ifndef SEF_SACL_AUTO_INHERIT
#define SEF_SACL_AUTO_INHERIT 0x2
#endif
#ifndef SEGMENT_ALL_ACCESS
#define SEGMENT_ALL_ACCESS 0x000F001F
#endif
#ifndef SEGMENT_HEAP_FLG_USE_PAGE_HEAP
#define SEGMENT_HEAP_FLG_USE_PAGE_HEAP 0x1
#endif
#ifndef SEGMENT_HEAP_PARAMETERS_VERSION
#define SEGMENT_HEAP_PARAMETERS_VERSION 0x3
#endif
#ifndef SEGMENT_HEAP_PARAMS_VALID_FLAGS
#define SEGMENT_HEAP_PARAMS_VALID_FLAGS 0x3
#endif
#ifndef SEH_VALIDATION_POLICY_DEFER
#define SEH_VALIDATION_POLICY_DEFER 0x3
#endif
#ifndef SEH_VALIDATION_POLICY_OFF
#define SEH_VALIDATION_POLICY_OFF 0x1
#endif
#ifndef SEH_VALIDATION_POLICY_ON
#define SEH_VALIDATION_POLICY_ON 0x0
#endif
#ifndef SEH_VALIDATION_POLICY_TELEMETRY
#define SEH_VALIDATION_POLICY_TELEMETRY 0x2
#endif
#ifndef SEMAPHORE_ALL_ACCESS
#define SEMAPHORE_ALL_ACCESS 0x001F0003
#endif
#ifndef SEMAPHORE_INCREMENT
#define SEMAPHORE_INCREMENT 0x1
#endif
#ifndef SEMAPHORE_MODIFY_STATE
#define SEMAPHORE_MODIFY_STATE 0x2
#endif
#ifndef SEMAPHORE_QUERY_STATE
#define SEMAPHORE_QUERY_STATE 0x1
#endif
#ifndef SEP_LOGON_SESSION_TERMINATION_NOTIFY
#define SEP_LOGON_SESSION_TERMINATION_NOTIFY 0x1
#endif
#ifndef SERVICE_ADAPTER
#define SERVICE_ADAPTER 0x4
#endif
#ifndef SERVICE_AUTO_START
#define SERVICE_AUTO_START 0x2
#endif
#ifndef SERVICE_BOOT_START
#define SERVICE_BOOT_START 0x0
#endif
#ifndef SERVICE_DEMAND_START
#define SERVICE_DEMAND_START 0x3
#endif
#ifndef SERVICE_DISABLED
#define SERVICE_DISABLED 0x4
#endif
#ifndef SERVICE_DRIVER
#define SERVICE_DRIVER 0xB
#endif
#ifndef SERVICE_ERROR_CRITICAL
#define SERVICE_ERROR_CRITICAL 0x3
#endif
#ifndef SERVICE_ERROR_IGNORE
#define SERVICE_ERROR_IGNORE 0x0
#endif
#ifndef SERVICE_ERROR_NORMAL
#define SERVICE_ERROR_NORMAL 0x1
#endif
#ifndef SERVICE_ERROR_SEVERE
#define SERVICE_ERROR_SEVERE 0x2
#endif
#ifndef SERVICE_FILE_SYSTEM_DRIVER
#define SERVICE_FILE_SYSTEM_DRIVER 0x2
#endif
#ifndef SERVICE_INTERACTIVE_PROCESS
#define SERVICE_INTERACTIVE_PROCESS 0x100
#endif
#ifndef SERVICE_KERNEL_DRIVER
#define SERVICE_KERNEL_DRIVER 0x1
#endif
#ifndef SERVICE_PKG_SERVICE
#define SERVICE_PKG_SERVICE 0x200
#endif
#ifndef SERVICE_RECOGNIZER_DRIVER
#define SERVICE_RECOGNIZER_DRIVER 0x8
#endif
#ifndef SERVICE_SYSTEM_START
#define SERVICE_SYSTEM_START 0x1
#endif
#ifndef SERVICE_TYPE_ALL
#define SERVICE_TYPE_ALL 0x13F
#endif
#ifndef SERVICE_USERSERVICE_INSTANCE
#define SERVICE_USERSERVICE_INSTANCE 0x80
#endif
#ifndef SERVICE_USER_SERVICE
#define SERVICE_USER_SERVICE 0x40
#endif
#ifndef SERVICE_WIN32
#define SERVICE_WIN32 0x30
#endif
#ifndef SERVICE_WIN32_OWN_PROCESS
#define SERVICE_WIN32_OWN_PROCESS 0x10
#endif
#ifndef SERVICE_WIN32_SHARE_PROCESS
#define SERVICE_WIN32_SHARE_PROCESS 0x20
#endif
#ifndef SESSION_ALL_ACCESS
#define SESSION_ALL_ACCESS 0x000F0003
#endif
#ifndef SESSION_MODIFY_ACCESS
#define SESSION_MODIFY_ACCESS 0x2
#endif
#ifndef SESSION_QUERY_ACCESS
#define SESSION_QUERY_ACCESS 0x1
#endif
#ifndef SET_PURGE_FAILURE_MODE_DISABLED
#define SET_PURGE_FAILURE_MODE_DISABLED 0x2
#endif
#ifndef SET_PURGE_FAILURE_MODE_ENABLED
#define SET_PURGE_FAILURE_MODE_ENABLED 0x1
#endif
#ifndef SET_REPAIR_DELETE_CROSSLINK
#define SET_REPAIR_DELETE_CROSSLINK 0x4
#endif
#ifndef SET_REPAIR_DISABLED_AND_BUGCHECK_ON_CORRUPT
#define SET_REPAIR_DISABLED_AND_BUGCHECK_ON_CORRUPT 0x10
#endif
#ifndef SET_REPAIR_ENABLED
#define SET_REPAIR_ENABLED 0x1
#endif
#ifndef SET_REPAIR_VALID_MASK
#define SET_REPAIR_VALID_MASK 0x1F
#endif
#ifndef SET_REPAIR_VOLUME_BITMAP_SCAN
#define SET_REPAIR_VOLUME_BITMAP_SCAN 0x2
#endif
#ifndef SET_REPAIR_WARN_ABOUT_DATA_LOSS
#define SET_REPAIR_WARN_ABOUT_DATA_LOSS 0x8
#endif
#ifndef SHARED_GLOBAL_FLAGS_CLEAR_GLOBAL_DATA_FLAG
#define SHARED_GLOBAL_FLAGS_CLEAR_GLOBAL_DATA_FLAG 0x80000000
#endif
#ifndef SHARED_GLOBAL_FLAGS_CONSOLE_BROKER_ENABLED_V
#define SHARED_GLOBAL_FLAGS_CONSOLE_BROKER_ENABLED_V 0x6
#endif
#ifndef SHARED_GLOBAL_FLAGS_DYNAMIC_PROC_ENABLED
#define SHARED_GLOBAL_FLAGS_DYNAMIC_PROC_ENABLED 0x20
#endif
#ifndef SHARED_GLOBAL_FLAGS_DYNAMIC_PROC_ENABLED_V
#define SHARED_GLOBAL_FLAGS_DYNAMIC_PROC_ENABLED_V 0x5
#endif
#ifndef SHARED_GLOBAL_FLAGS_ELEVATION_ENABLED
#define SHARED_GLOBAL_FLAGS_ELEVATION_ENABLED 0x2
#endif
#ifndef SHARED_GLOBAL_FLAGS_ELEVATION_ENABLED_V
#define SHARED_GLOBAL_FLAGS_ELEVATION_ENABLED_V 0x1
#endif
#ifndef SHARED_GLOBAL_FLAGS_ERROR_PORT
#define SHARED_GLOBAL_FLAGS_ERROR_PORT 0x1
#endif
#ifndef SHARED_GLOBAL_FLAGS_ERROR_PORT_V
#define SHARED_GLOBAL_FLAGS_ERROR_PORT_V 0x0
#endif
#ifndef SHARED_GLOBAL_FLAGS_INSTALLER_DETECT_ENABLED
#define SHARED_GLOBAL_FLAGS_INSTALLER_DETECT_ENABLED 0x8
#endif
#ifndef SHARED_GLOBAL_FLAGS_INSTALLER_DETECT_ENABLED_V
#define SHARED_GLOBAL_FLAGS_INSTALLER_DETECT_ENABLED_V 0x3
#endif
#ifndef SHARED_GLOBAL_FLAGS_LKG_ENABLED_V
#define SHARED_GLOBAL_FLAGS_LKG_ENABLED_V 0x4
#endif
#ifndef SHARED_GLOBAL_FLAGS_MULTIUSERS_IN_SESSION_SKU_V
#define SHARED_GLOBAL_FLAGS_MULTIUSERS_IN_SESSION_SKU_V 0x9
#endif
#ifndef SHARED_GLOBAL_FLAGS_MULTI_SESSION_SKU_V
#define SHARED_GLOBAL_FLAGS_MULTI_SESSION_SKU_V 0x8
#endif
#ifndef SHARED_GLOBAL_FLAGS_QPC_BYPASS_A73_ERRATA
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_A73_ERRATA 0x40
#endif
#ifndef SHARED_GLOBAL_FLAGS_QPC_BYPASS_DISABLE_32BIT
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_DISABLE_32BIT 0x4
#endif
#ifndef SHARED_GLOBAL_FLAGS_QPC_BYPASS_ENABLED
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_ENABLED 0x1
#endif
#ifndef SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_HV_PAGE
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_HV_PAGE 0x2
#endif
#ifndef SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_LFENCE
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_LFENCE 0x20
#endif
#ifndef SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_MFENCE
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_MFENCE 0x10
#endif
#ifndef SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_RDTSCP
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_RDTSCP 0x80
#endif
#ifndef SHARED_GLOBAL_FLAGS_SECURE_BOOT_ENABLED_V
#define SHARED_GLOBAL_FLAGS_SECURE_BOOT_ENABLED_V 0x7
#endif
#ifndef SHARED_GLOBAL_FLAGS_SEH_VALIDATION_ENABLED
#define SHARED_GLOBAL_FLAGS_SEH_VALIDATION_ENABLED 0x40
#endif
#ifndef SHARED_GLOBAL_FLAGS_SEH_VALIDATION_ENABLED_V
#define SHARED_GLOBAL_FLAGS_SEH_VALIDATION_ENABLED_V 0x6
#endif
#ifndef SHARED_GLOBAL_FLAGS_SET_GLOBAL_DATA_FLAG
#define SHARED_GLOBAL_FLAGS_SET_GLOBAL_DATA_FLAG 0x40000000
#endif
#ifndef SHARED_GLOBAL_FLAGS_SPARE
#define SHARED_GLOBAL_FLAGS_SPARE 0x10
#endif
#ifndef SHARED_GLOBAL_FLAGS_SPARE_V
#define SHARED_GLOBAL_FLAGS_SPARE_V 0x4
#endif
#ifndef SHARED_GLOBAL_FLAGS_STATE_SEPARATION_ENABLED_V
#define SHARED_GLOBAL_FLAGS_STATE_SEPARATION_ENABLED_V 0xA
#endif
#ifndef SHARED_GLOBAL_FLAGS_VIRT_ENABLED
#define SHARED_GLOBAL_FLAGS_VIRT_ENABLED 0x4
#endif
#ifndef SHARED_GLOBAL_FLAGS_VIRT_ENABLED_V
#define SHARED_GLOBAL_FLAGS_VIRT_ENABLED_V 0x2
#endif
#ifndef SHORT_LEAST_SIGNIFICANT_BIT
#define SHORT_LEAST_SIGNIFICANT_BIT 0x0
#endif
#ifndef SHORT_MASK
#define SHORT_MASK 0x1
#endif
#ifndef SHORT_MOST_SIGNIFICANT_BIT
#define SHORT_MOST_SIGNIFICANT_BIT 0x1
#endif
#ifndef SHORT_SIZE
#define SHORT_SIZE 0x2
#endif
#ifndef SHUFFLE_FILE_FLAG_SKIP_INITIALIZING_NEW_CLUSTERS
#define SHUFFLE_FILE_FLAG_SKIP_INITIALIZING_NEW_CLUSTERS 0x1
#endif
#ifndef SID_HASH_SIZE
#define SID_HASH_SIZE 0x20
#endif
#ifndef SID_MAX_SUB_AUTHORITIES
#define SID_MAX_SUB_AUTHORITIES 0xF
#endif
#ifndef SID_RECOMMENDED_SUB_AUTHORITIES
#define SID_RECOMMENDED_SUB_AUTHORITIES 0x1
#endif
#ifndef SID_REVISION
#define SID_REVISION 0x1
#endif
#ifndef SILO_MONITOR_REGISTRATION_VERSION
#define SILO_MONITOR_REGISTRATION_VERSION 0x1
#endif
#ifndef SINGLE_GROUP_LEGACY_API
#define SINGLE_GROUP_LEGACY_API 0x1
#endif
#ifndef SIZE_OF_80387_REGISTERS
#define SIZE_OF_80387_REGISTERS 0x50
#endif
#ifndef SL_ALLOW_RAW_MOUNT
#define SL_ALLOW_RAW_MOUNT 0x1
#endif
#ifndef SL_BYPASS_ACCESS_CHECK
#define SL_BYPASS_ACCESS_CHECK 0x1
#endif
#ifndef SL_BYPASS_IO
#define SL_BYPASS_IO 0x40
#endif
#ifndef SL_CASE_SENSITIVE
#define SL_CASE_SENSITIVE 0x80
#endif
#ifndef SL_ERROR_RETURNED
#define SL_ERROR_RETURNED 0x2
#endif
#ifndef SL_EXCLUSIVE_LOCK
#define SL_EXCLUSIVE_LOCK 0x2
#endif
#ifndef SL_FAIL_IMMEDIATELY
#define SL_FAIL_IMMEDIATELY 0x1
#endif
#ifndef SL_FORCE_ACCESS_CHECK
#define SL_FORCE_ACCESS_CHECK 0x1
#endif
#ifndef SL_FORCE_ASYNCHRONOUS
#define SL_FORCE_ASYNCHRONOUS 0x1
#endif
#ifndef SL_FORCE_DIRECT_WRITE
#define SL_FORCE_DIRECT_WRITE 0x10
#endif
#ifndef SL_FT_SEQUENTIAL_WRITE
#define SL_FT_SEQUENTIAL_WRITE 0x8
#endif
#ifndef SL_IGNORE_READONLY_ATTRIBUTE
#define SL_IGNORE_READONLY_ATTRIBUTE 0x40
#endif
#ifndef SL_INDEX_SPECIFIED
#define SL_INDEX_SPECIFIED 0x4
#endif
#ifndef SL_INFO_FORCE_ACCESS_CHECK
#define SL_INFO_FORCE_ACCESS_CHECK 0x1
#endif
#ifndef SL_INFO_IGNORE_READONLY_ATTRIBUTE
#define SL_INFO_IGNORE_READONLY_ATTRIBUTE 0x40
#endif
#ifndef SL_INVOKE_ON_CANCEL
#define SL_INVOKE_ON_CANCEL 0x20
#endif
#ifndef SL_INVOKE_ON_ERROR
#define SL_INVOKE_ON_ERROR 0x80
#endif
#ifndef SL_INVOKE_ON_SUCCESS
#define SL_INVOKE_ON_SUCCESS 0x40
#endif
#ifndef SL_KEY_SPECIFIED
#define SL_KEY_SPECIFIED 0x1
#endif
#ifndef SL_NO_CURSOR_UPDATE
#define SL_NO_CURSOR_UPDATE 0x10
#endif
#ifndef SL_OPEN_PAGING_FILE
#define SL_OPEN_PAGING_FILE 0x2
#endif
#ifndef SL_OPEN_TARGET_DIRECTORY
#define SL_OPEN_TARGET_DIRECTORY 0x4
#endif
#ifndef SL_OVERRIDE_VERIFY_VOLUME
#define SL_OVERRIDE_VERIFY_VOLUME 0x2
#endif
#ifndef SL_PENDING_RETURNED
#define SL_PENDING_RETURNED 0x1
#endif
#ifndef SL_PERSISTENT_MEMORY_FIXED_MAPPING
#define SL_PERSISTENT_MEMORY_FIXED_MAPPING 0x20
#endif
#ifndef SL_QUERY_DIRECTORY_MASK
#define SL_QUERY_DIRECTORY_MASK 0x1B
#endif
#ifndef SL_READ_ACCESS_GRANTED
#define SL_READ_ACCESS_GRANTED 0x1
#endif
#ifndef SL_REALTIME_STREAM
#define SL_REALTIME_STREAM 0x20
#endif
#ifndef SL_RESTART_SCAN
#define SL_RESTART_SCAN 0x1
#endif
#ifndef SL_RETURN_ON_DISK_ENTRIES_ONLY
#define SL_RETURN_ON_DISK_ENTRIES_ONLY 0x8
#endif
#ifndef SL_RETURN_SINGLE_ENTRY
#define SL_RETURN_SINGLE_ENTRY 0x2
#endif
#ifndef SL_STOP_ON_SYMLINK
#define SL_STOP_ON_SYMLINK 0x8
#endif
#ifndef SL_WATCH_TREE
#define SL_WATCH_TREE 0x1
#endif
#ifndef SL_WRITE_ACCESS_GRANTED
#define SL_WRITE_ACCESS_GRANTED 0x4
#endif
#ifndef SL_WRITE_THROUGH
#define SL_WRITE_THROUGH 0x4
#endif
#ifndef SMT_UNPARKING_POLICY_CORE
#define SMT_UNPARKING_POLICY_CORE 0x0
#endif
#ifndef SMT_UNPARKING_POLICY_CORE_PER_THREAD
#define SMT_UNPARKING_POLICY_CORE_PER_THREAD 0x1
#endif
#ifndef SMT_UNPARKING_POLICY_LP_ROUNDROBIN
#define SMT_UNPARKING_POLICY_LP_ROUNDROBIN 0x2
#endif
#ifndef SMT_UNPARKING_POLICY_LP_SEQUENTIAL
#define SMT_UNPARKING_POLICY_LP_SEQUENTIAL 0x3
#endif
#ifndef SOC_SUBSYS_AUDIO_DSP
#define SOC_SUBSYS_AUDIO_DSP 0x1
#endif
#ifndef SOC_SUBSYS_COMPUTE_DSP
#define SOC_SUBSYS_COMPUTE_DSP 0x4
#endif
#ifndef SOC_SUBSYS_SECURE_PROC
#define SOC_SUBSYS_SECURE_PROC 0x5
#endif
#ifndef SOC_SUBSYS_SENSORS
#define SOC_SUBSYS_SENSORS 0x3
#endif
#ifndef SOC_SUBSYS_VENDOR_DEFINED
#define SOC_SUBSYS_VENDOR_DEFINED 0x00010000
#endif
#ifndef SOC_SUBSYS_WIRELESS_MODEM
#define SOC_SUBSYS_WIRELESS_MODEM 0x0
#endif
#ifndef SOC_SUBSYS_WIRELSS_CONNECTIVITY
#define SOC_SUBSYS_WIRELSS_CONNECTIVITY 0x2
#endif
#ifndef SPACES_TRACKED_OFFSET_HEADER_FLAG
#define SPACES_TRACKED_OFFSET_HEADER_FLAG 0x2
#endif
#ifndef SPECIAL_ENCRYPTED_OPEN
#define SPECIAL_ENCRYPTED_OPEN 0x00040000
#endif
#ifndef SRV_OPEN_ECP_CONTEXT_VERSION_2
#define SRV_OPEN_ECP_CONTEXT_VERSION_2 0x2
#endif
#ifndef SSINFO_FLAGS_ALIGNED_DEVICE
#define SSINFO_FLAGS_ALIGNED_DEVICE 0x1
#endif
#ifndef SSINFO_FLAGS_BYTE_ADDRESSABLE
#define SSINFO_FLAGS_BYTE_ADDRESSABLE 0x10
#endif
#ifndef SSINFO_FLAGS_NO_SEEK_PENALTY
#define SSINFO_FLAGS_NO_SEEK_PENALTY 0x4
#endif
#ifndef SSINFO_FLAGS_PARTITION_ALIGNED_ON_DEVICE
#define SSINFO_FLAGS_PARTITION_ALIGNED_ON_DEVICE 0x2
#endif
#ifndef SSINFO_FLAGS_TRIM_ENABLED
#define SSINFO_FLAGS_TRIM_ENABLED 0x8
#endif
#ifndef SSINFO_OFFSET_UNKNOWN
#define SSINFO_OFFSET_UNKNOWN 0xFFFFFFFF
#endif
#ifndef STREAM_CLEAR_ENCRYPTION
#define STREAM_CLEAR_ENCRYPTION 0x4
#endif
#ifndef STREAM_EXTENT_ENTRY_ALL_EXTENTS
#define STREAM_EXTENT_ENTRY_ALL_EXTENTS 0x2
#endif
#ifndef STREAM_EXTENT_ENTRY_AS_RETRIEVAL_POINTERS
#define STREAM_EXTENT_ENTRY_AS_RETRIEVAL_POINTERS 0x1
#endif
#ifndef STREAM_LAYOUT_ENTRY_HAS_INFORMATION
#define STREAM_LAYOUT_ENTRY_HAS_INFORMATION 0x10
#endif
#ifndef STREAM_LAYOUT_ENTRY_IMMOVABLE
#define STREAM_LAYOUT_ENTRY_IMMOVABLE 0x1
#endif
#ifndef STREAM_LAYOUT_ENTRY_NO_CLUSTERS_ALLOCATED
#define STREAM_LAYOUT_ENTRY_NO_CLUSTERS_ALLOCATED 0x8
#endif
#ifndef STREAM_LAYOUT_ENTRY_PINNED
#define STREAM_LAYOUT_ENTRY_PINNED 0x2
#endif
#ifndef STREAM_LAYOUT_ENTRY_RESIDENT
#define STREAM_LAYOUT_ENTRY_RESIDENT 0x4
#endif
#ifndef STREAM_SET_ENCRYPTION
#define STREAM_SET_ENCRYPTION 0x3
#endif
#ifndef STREAMS_ASSOCIATE_ID_CLEAR
#define STREAMS_ASSOCIATE_ID_CLEAR 0x1
#endif
#ifndef STREAMS_ASSOCIATE_ID_SET
#define STREAMS_ASSOCIATE_ID_SET 0x2
#endif
#ifndef STREAMS_INVALID_ID
#define STREAMS_INVALID_ID 0x0
#endif
#ifndef SUCCESSFUL_ACCESS_ACE_FLAG
#define SUCCESSFUL_ACCESS_ACE_FLAG 0x40
#endif
#ifndef SUPPORTED_FS_FEATURES_BYPASS_IO
#define SUPPORTED_FS_FEATURES_BYPASS_IO 0x8
#endif
#ifndef SUPPORTED_FS_FEATURES_OFFLOAD_READ
#define SUPPORTED_FS_FEATURES_OFFLOAD_READ 0x1
#endif
#ifndef SUPPORTED_FS_FEATURES_OFFLOAD_WRITE
#define SUPPORTED_FS_FEATURES_OFFLOAD_WRITE 0x2
#endif
#ifndef SUPPORTED_FS_FEATURES_QUERY_OPEN
#define SUPPORTED_FS_FEATURES_QUERY_OPEN 0x4
#endif
#ifndef SYMBOLIC_LINK_ALL_ACCESS
#define SYMBOLIC_LINK_ALL_ACCESS 0x000F0001
#endif
#ifndef SYMBOLIC_LINK_ALL_ACCESS_EX
#define SYMBOLIC_LINK_ALL_ACCESS_EX 0x000FFFFF
#endif
#ifndef SYMBOLIC_LINK_QUERY
#define SYMBOLIC_LINK_QUERY 0x1
#endif
#ifndef SYMBOLIC_LINK_SET
#define SYMBOLIC_LINK_SET 0x2
#endif
#ifndef SYMLINK_DIRECTORY
#define SYMLINK_DIRECTORY 0x80000000
#endif
#ifndef SYMLINK_FILE
#define SYMLINK_FILE 0x40000000
#endif
#ifndef SYMLINK_FLAG_RELATIVE
#define SYMLINK_FLAG_RELATIVE 0x1
#endif
#ifndef SYMLINK_RESERVED_MASK
#define SYMLINK_RESERVED_MASK 0xF0000000
#endif
#ifndef SYSTEM_ACCESS_FILTER_ACE_TYPE
#define SYSTEM_ACCESS_FILTER_ACE_TYPE 0x15
#endif
#ifndef SYSTEM_ACCESS_FILTER_NOCONSTRAINT_MASK
#define SYSTEM_ACCESS_FILTER_NOCONSTRAINT_MASK 0xFFFFFFFF
#endif
#ifndef SYSTEM_ACCESS_FILTER_VALID_MASK
#define SYSTEM_ACCESS_FILTER_VALID_MASK 0x00FFFFFF
#endif
#ifndef SYSTEM_ALARM_ACE_TYPE
#define SYSTEM_ALARM_ACE_TYPE 0x3
#endif
#ifndef SYSTEM_ALARM_CALLBACK_ACE_TYPE
#define SYSTEM_ALARM_CALLBACK_ACE_TYPE 0xE
#endif
#ifndef SYSTEM_ALARM_CALLBACK_OBJECT_ACE_TYPE
#define SYSTEM_ALARM_CALLBACK_OBJECT_ACE_TYPE 0x10
#endif
#ifndef SYSTEM_ALARM_OBJECT_ACE_TYPE
#define SYSTEM_ALARM_OBJECT_ACE_TYPE 0x8
#endif
#ifndef SYSTEM_AUDIT_ACE_TYPE
#define SYSTEM_AUDIT_ACE_TYPE 0x2
#endif
#ifndef SYSTEM_AUDIT_CALLBACK_ACE_TYPE
#define SYSTEM_AUDIT_CALLBACK_ACE_TYPE 0xD
#endif
#ifndef SYSTEM_AUDIT_CALLBACK_OBJECT_ACE_TYPE
#define SYSTEM_AUDIT_CALLBACK_OBJECT_ACE_TYPE 0xF
#endif
#ifndef SYSTEM_AUDIT_OBJECT_ACE_TYPE
#define SYSTEM_AUDIT_OBJECT_ACE_TYPE 0x7
#endif
#ifndef SYSTEM_CACHE_ALIGNMENT_SIZE
#define SYSTEM_CACHE_ALIGNMENT_SIZE 0x40
#endif
#ifndef SYSTEM_CALL_INT_2E
#define SYSTEM_CALL_INT_2E 0x1
#endif
#ifndef SYSTEM_CALL_SYSCALL
#define SYSTEM_CALL_SYSCALL 0x0
#endif
#ifndef SYSTEM_CPU_SET_INFORMATION_ALLOCATED
#define SYSTEM_CPU_SET_INFORMATION_ALLOCATED 0x2
#endif
#ifndef SYSTEM_CPU_SET_INFORMATION_ALLOCATED_TO_TARGET_PROCESS
#define SYSTEM_CPU_SET_INFORMATION_ALLOCATED_TO_TARGET_PROCESS 0x4
#endif
#ifndef SYSTEM_CPU_SET_INFORMATION_PARKED
#define SYSTEM_CPU_SET_INFORMATION_PARKED 0x1
#endif
#ifndef SYSTEM_CPU_SET_INFORMATION_REALTIME
#define SYSTEM_CPU_SET_INFORMATION_REALTIME 0x8
#endif
#ifndef SYSTEM_MANDATORY_LABEL_ACE_TYPE
#define SYSTEM_MANDATORY_LABEL_ACE_TYPE 0x11
#endif
#ifndef SYSTEM_MANDATORY_LABEL_NO_EXECUTE_UP
#define SYSTEM_MANDATORY_LABEL_NO_EXECUTE_UP 0x4
#endif
#ifndef SYSTEM_MANDATORY_LABEL_NO_READ_UP
#define SYSTEM_MANDATORY_LABEL_NO_READ_UP 0x2
#endif
#ifndef SYSTEM_MANDATORY_LABEL_NO_WRITE_UP
#define SYSTEM_MANDATORY_LABEL_NO_WRITE_UP 0x1
#endif
#ifndef SYSTEM_MANDATORY_LABEL_VALID_MASK
#define SYSTEM_MANDATORY_LABEL_VALID_MASK 0x7
#endif
#ifndef SYSTEM_PAGE_PRIORITY_BITS
#define SYSTEM_PAGE_PRIORITY_BITS 0x3
#endif
#ifndef SYSTEM_PAGE_PRIORITY_LEVELS
#define SYSTEM_PAGE_PRIORITY_LEVELS 0x8
#endif
#ifndef SYSTEM_PROCESS_TRUST_LABEL_ACE_TYPE
#define SYSTEM_PROCESS_TRUST_LABEL_ACE_TYPE 0x14
#endif
#ifndef SYSTEM_PROCESS_TRUST_LABEL_VALID_MASK
#define SYSTEM_PROCESS_TRUST_LABEL_VALID_MASK 0x00FFFFFF
#endif
#ifndef SYSTEM_PROCESS_TRUST_NOCONSTRAINT_MASK
#define SYSTEM_PROCESS_TRUST_NOCONSTRAINT_MASK 0xFFFFFFFF
#endif
#ifndef SYSTEM_RESOURCE_ATTRIBUTE_ACE_TYPE
#define SYSTEM_RESOURCE_ATTRIBUTE_ACE_TYPE 0x12
#endif
#ifndef SYSTEM_SCOPED_POLICY_ID_ACE_TYPE
#define SYSTEM_SCOPED_POLICY_ID_ACE_TYPE 0x13
#endif
#ifndef SZ_ALG_MAX_SIZE
#define SZ_ALG_MAX_SIZE 0x40
#endif
#ifndef SecApplicationProtocolNegotiationExt_ALPN
#define SecApplicationProtocolNegotiationExt_ALPN 0x2
#endif
#ifndef SecApplicationProtocolNegotiationExt_NPN
#define SecApplicationProtocolNegotiationExt_NPN 0x1
#endif
#ifndef SecApplicationProtocolNegotiationExt_None
#define SecApplicationProtocolNegotiationExt_None 0x0
#endif
#ifndef SecTrafficSecret_Client
#define SecTrafficSecret_Client 0x1
#endif
#ifndef SecTrafficSecret_None
#define SecTrafficSecret_None 0x0
#endif
#ifndef SecTrafficSecret_Server
#define SecTrafficSecret_Server 0x2
#endif
#ifndef THREAD_ALERT
#define THREAD_ALERT 0x4
#endif
#ifndef THREAD_ALL_ACCESS
#define THREAD_ALL_ACCESS 0x001FFFFF
#endif
#ifndef THREAD_BASE_PRIORITY_IDLE
#define THREAD_BASE_PRIORITY_IDLE ((LONG)0xFFFFFFF1)
#endif
#ifndef THREAD_BASE_PRIORITY_LOWRT
#define THREAD_BASE_PRIORITY_LOWRT 0xF
#endif
#ifndef THREAD_BASE_PRIORITY_MAX
#define THREAD_BASE_PRIORITY_MAX 0x2
#endif
#ifndef THREAD_BASE_PRIORITY_MIN
#define THREAD_BASE_PRIORITY_MIN ((LONG)0xFFFFFFFE)
#endif
#ifndef THREAD_CREATE_FLAGS_ACCESS_CHECK_IN_TARGET
#define THREAD_CREATE_FLAGS_ACCESS_CHECK_IN_TARGET 0x20
#endif
#ifndef THREAD_CREATE_FLAGS_BYPASS_PROCESS_FREEZE
#define THREAD_CREATE_FLAGS_BYPASS_PROCESS_FREEZE 0x40
#endif
#ifndef THREAD_CREATE_FLAGS_CREATE_SUSPENDED
#define THREAD_CREATE_FLAGS_CREATE_SUSPENDED 0x1
#endif
#ifndef THREAD_CREATE_FLAGS_HAS_SECURITY_DESCRIPTOR
#define THREAD_CREATE_FLAGS_HAS_SECURITY_DESCRIPTOR 0x10
#endif
#ifndef THREAD_CREATE_FLAGS_HIDE_FROM_DEBUGGER
#define THREAD_CREATE_FLAGS_HIDE_FROM_DEBUGGER 0x4
#endif
#ifndef THREAD_CREATE_FLAGS_INITIAL_THREAD
#define THREAD_CREATE_FLAGS_INITIAL_THREAD 0x80
#endif
#ifndef THREAD_CREATE_FLAGS_LOADER_WORKER
#define THREAD_CREATE_FLAGS_LOADER_WORKER 0x10
#endif
#ifndef THREAD_CREATE_FLAGS_NONE
#define THREAD_CREATE_FLAGS_NONE 0x0
#endif
#ifndef THREAD_CREATE_FLAGS_SKIP_LOADER_INIT
#define THREAD_CREATE_FLAGS_SKIP_LOADER_INIT 0x20
#endif
#ifndef THREAD_CREATE_FLAGS_SKIP_THREAD_ATTACH
#define THREAD_CREATE_FLAGS_SKIP_THREAD_ATTACH 0x2
#endif
#ifndef THREAD_CSWITCH_PMU_DISABLE
#define THREAD_CSWITCH_PMU_DISABLE 0x0
#endif
#ifndef THREAD_CSWITCH_PMU_ENABLE
#define THREAD_CSWITCH_PMU_ENABLE 0x1
#endif
#ifndef THREAD_DIRECT_IMPERSONATION
#define THREAD_DIRECT_IMPERSONATION 0x200
#endif
#ifndef THREAD_GET_CONTEXT
#define THREAD_GET_CONTEXT 0x8
#endif
#ifndef THREAD_IMPERSONATE
#define THREAD_IMPERSONATE 0x100
#endif
#ifndef THREAD_PERFORMANCE_DATA_VERSION
#define THREAD_PERFORMANCE_DATA_VERSION 0x1
#endif
#ifndef THREAD_PROFILING_FLAG_DISPATCH
#define THREAD_PROFILING_FLAG_DISPATCH 0x1
#endif
#ifndef THREAD_PROFILING_FLAG_HARDWARE_COUNTERS
#define THREAD_PROFILING_FLAG_HARDWARE_COUNTERS 0x2
#endif
#ifndef THREAD_QUERY_INFORMATION
#define THREAD_QUERY_INFORMATION 0x40
#endif
#ifndef THREAD_QUERY_LIMITED_INFORMATION
#define THREAD_QUERY_LIMITED_INFORMATION 0x800
#endif
#ifndef THREAD_RESUME
#define THREAD_RESUME 0x1000
#endif
#ifndef THREAD_SET_CONTEXT
#define THREAD_SET_CONTEXT 0x10
#endif
#ifndef THREAD_SET_INFORMATION
#define THREAD_SET_INFORMATION 0x20
#endif
#ifndef THREAD_SET_LIMITED_INFORMATION
#define THREAD_SET_LIMITED_INFORMATION 0x400
#endif
#ifndef THREAD_SET_THREAD_TOKEN
#define THREAD_SET_THREAD_TOKEN 0x80
#endif
#ifndef THREAD_SUSPEND_RESUME
#define THREAD_SUSPEND_RESUME 0x2
#endif
#ifndef THREAD_TERMINATE
#define THREAD_TERMINATE 0x1
#endif
#ifndef THREAD_WAIT_OBJECTS
#define THREAD_WAIT_OBJECTS 0x3
#endif
#ifndef TIMER_ALL_ACCESS
#define TIMER_ALL_ACCESS 0x001F0003
#endif
#ifndef TIMER_EXPIRED_INDEX_BITS
#define TIMER_EXPIRED_INDEX_BITS 0x6
#endif
#ifndef TIMER_MODIFY_STATE
#define TIMER_MODIFY_STATE 0x2
#endif
#ifndef TIMER_PROCESSOR_INDEX_BITS
#define TIMER_PROCESSOR_INDEX_BITS 0x5
#endif
#ifndef TIMER_QUERY_STATE
#define TIMER_QUERY_STATE 0x1
#endif
#ifndef TIMER_TABLE_SHIFT
#define TIMER_TABLE_SHIFT 0x9
#endif
#ifndef TIMER_TABLE_SIZE
#define TIMER_TABLE_SIZE 0x200
#endif
#ifndef TIMER_TOLERABLE_DELAY_BITS
#define TIMER_TOLERABLE_DELAY_BITS 0x6
#endif
#ifndef TOKEN_ACCESS_PSEUDO_HANDLE
#define TOKEN_ACCESS_PSEUDO_HANDLE 0x18
#endif
#ifndef TOKEN_ACCESS_PSEUDO_HANDLE_WIN8
#define TOKEN_ACCESS_PSEUDO_HANDLE_WIN8 0x18
#endif
#ifndef TOKEN_ACCESS_SYSTEM_SECURITY
#define TOKEN_ACCESS_SYSTEM_SECURITY 0x01000000
#endif
#ifndef TOKEN_ADJUST_DEFAULT
#define TOKEN_ADJUST_DEFAULT 0x80
#endif
#ifndef TOKEN_ADJUST_GROUPS
#define TOKEN_ADJUST_GROUPS 0x40
#endif
#ifndef TOKEN_ADJUST_PRIVILEGES
#define TOKEN_ADJUST_PRIVILEGES 0x20
#endif
#ifndef TOKEN_ADJUST_SESSIONID
#define TOKEN_ADJUST_SESSIONID 0x100
#endif
#ifndef TOKEN_ALL_ACCESS
#define TOKEN_ALL_ACCESS 0x000F01FF
#endif
#ifndef TOKEN_ALL_ACCESS_P
#define TOKEN_ALL_ACCESS_P 0x000F00FF
#endif
#ifndef TOKEN_ASSIGN_PRIMARY
#define TOKEN_ASSIGN_PRIMARY 0x1
#endif
#ifndef TOKEN_AUDIT_NO_CHILD_PROCESS
#define TOKEN_AUDIT_NO_CHILD_PROCESS 0x00200000
#endif
#ifndef TOKEN_AUDIT_REDIRECTION_TRUST
#define TOKEN_AUDIT_REDIRECTION_TRUST 0x00800000
#endif
#ifndef TOKEN_DELETE
#define TOKEN_DELETE 0x00010000
#endif
#ifndef TOKEN_DO_NOT_USE_GLOBAL_ATTRIBS_FOR_QUERY
#define TOKEN_DO_NOT_USE_GLOBAL_ATTRIBS_FOR_QUERY 0x00020000
#endif
#ifndef TOKEN_DUPLICATE
#define TOKEN_DUPLICATE 0x2
#endif
#ifndef TOKEN_ENFORCE_REDIRECTION_TRUST
#define TOKEN_ENFORCE_REDIRECTION_TRUST 0x00400000
#endif
#ifndef TOKEN_EXECUTE
#define TOKEN_EXECUTE 0x00020000
#endif
#ifndef TOKEN_HAS_ADMIN_GROUP
#define TOKEN_HAS_ADMIN_GROUP 0x8
#endif
#ifndef TOKEN_HAS_BACKUP_PRIVILEGE
#define TOKEN_HAS_BACKUP_PRIVILEGE 0x2
#endif
#ifndef TOKEN_HAS_IMPERSONATE_PRIVILEGE
#define TOKEN_HAS_IMPERSONATE_PRIVILEGE 0x80
#endif
#ifndef TOKEN_HAS_OWN_CLAIM_ATTRIBUTES
#define TOKEN_HAS_OWN_CLAIM_ATTRIBUTES 0x8000
#endif
#ifndef TOKEN_HAS_RESTORE_PRIVILEGE
#define TOKEN_HAS_RESTORE_PRIVILEGE 0x4
#endif
#ifndef TOKEN_HAS_TRAVERSE_PRIVILEGE
#define TOKEN_HAS_TRAVERSE_PRIVILEGE 0x1
#endif
#ifndef TOKEN_IMPERSONATE
#define TOKEN_IMPERSONATE 0x4
#endif
#ifndef TOKEN_IS_FILTERED
#define TOKEN_IS_FILTERED 0x800
#endif
#ifndef TOKEN_IS_RESTRICTED
#define TOKEN_IS_RESTRICTED 0x10
#endif
#ifndef TOKEN_LEARNING_MODE_LOGGING
#define TOKEN_LEARNING_MODE_LOGGING 0x01000000
#endif
#ifndef TOKEN_LOWBOX
#define TOKEN_LOWBOX 0x4000
#endif
#ifndef TOKEN_MANDATORY_POLICY_NEW_PROCESS_MIN
#define TOKEN_MANDATORY_POLICY_NEW_PROCESS_MIN 0x2
#endif
#ifndef TOKEN_MANDATORY_POLICY_NO_WRITEUP
#define TOKEN_MANDATORY_POLICY_NO_WRITEUP 0x1
#endif
#ifndef TOKEN_MANDATORY_POLICY_NO_WRITE_UP
#define TOKEN_MANDATORY_POLICY_NO_WRITE_UP 0x1
#endif
#ifndef TOKEN_MANDATORY_POLICY_OFF
#define TOKEN_MANDATORY_POLICY_OFF 0x0
#endif
#ifndef TOKEN_MANDATORY_POLICY_VALID_MASK
#define TOKEN_MANDATORY_POLICY_VALID_MASK 0x3
#endif
#ifndef TOKEN_NOT_LOW
#define TOKEN_NOT_LOW 0x2000
#endif
#ifndef TOKEN_NO_CHILD_PROCESS
#define TOKEN_NO_CHILD_PROCESS 0x00080000
#endif
#ifndef TOKEN_NO_CHILD_PROCESS_UNLESS_SECURE
#define TOKEN_NO_CHILD_PROCESS_UNLESS_SECURE 0x00100000
#endif
#ifndef TOKEN_PERMISSIVE_LEARNING_MODE
#define TOKEN_PERMISSIVE_LEARNING_MODE 0x03000000
#endif
#ifndef TOKEN_PRIVATE_NAMESPACE
#define TOKEN_PRIVATE_NAMESPACE 0x00010000
#endif
#ifndef TOKEN_QUERY
#define TOKEN_QUERY 0x8
#endif
#ifndef TOKEN_QUERY_SOURCE
#define TOKEN_QUERY_SOURCE 0x10
#endif
#ifndef TOKEN_READ
#define TOKEN_READ 0x00020008
#endif
#ifndef TOKEN_READ_CONTROL
#define TOKEN_READ_CONTROL 0x00020000
#endif
#ifndef TOKEN_SANDBOX_INERT
#define TOKEN_SANDBOX_INERT 0x40
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTES_INFORMATION_VERSION
#define TOKEN_SECURITY_ATTRIBUTES_INFORMATION_VERSION 0x1
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTES_INFORMATION_VERSION_V1
#define TOKEN_SECURITY_ATTRIBUTES_INFORMATION_VERSION_V1 0x1
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_COMPARE_IGNORE
#define TOKEN_SECURITY_ATTRIBUTE_COMPARE_IGNORE 0x40
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_CUSTOM_FLAGS
#define TOKEN_SECURITY_ATTRIBUTE_CUSTOM_FLAGS 0xFFFF0000
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_DISABLED
#define TOKEN_SECURITY_ATTRIBUTE_DISABLED 0x10
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_DISABLED_BY_DEFAULT
#define TOKEN_SECURITY_ATTRIBUTE_DISABLED_BY_DEFAULT 0x8
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_MANDATORY
#define TOKEN_SECURITY_ATTRIBUTE_MANDATORY 0x20
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_NON_INHERITABLE
#define TOKEN_SECURITY_ATTRIBUTE_NON_INHERITABLE 0x1
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_TYPE_BOOLEAN
#define TOKEN_SECURITY_ATTRIBUTE_TYPE_BOOLEAN 0x6
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_TYPE_FQBN
#define TOKEN_SECURITY_ATTRIBUTE_TYPE_FQBN 0x4
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_TYPE_INT64
#define TOKEN_SECURITY_ATTRIBUTE_TYPE_INT64 0x1
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_TYPE_INVALID
#define TOKEN_SECURITY_ATTRIBUTE_TYPE_INVALID 0x0
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_TYPE_OCTET_STRING
#define TOKEN_SECURITY_ATTRIBUTE_TYPE_OCTET_STRING 0x10
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_TYPE_SID
#define TOKEN_SECURITY_ATTRIBUTE_TYPE_SID 0x5
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_TYPE_STRING
#define TOKEN_SECURITY_ATTRIBUTE_TYPE_STRING 0x3
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_TYPE_UINT64
#define TOKEN_SECURITY_ATTRIBUTE_TYPE_UINT64 0x2
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_USE_FOR_DENY_ONLY
#define TOKEN_SECURITY_ATTRIBUTE_USE_FOR_DENY_ONLY 0x4
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_VALID_FLAGS
#define TOKEN_SECURITY_ATTRIBUTE_VALID_FLAGS 0x3F
#endif
#ifndef TOKEN_SECURITY_ATTRIBUTE_VALUE_CASE_SENSITIVE
#define TOKEN_SECURITY_ATTRIBUTE_VALUE_CASE_SENSITIVE 0x2
#endif
#ifndef TOKEN_SESSION_NOT_REFERENCED
#define TOKEN_SESSION_NOT_REFERENCED 0x20
#endif
#ifndef TOKEN_SOURCE_LENGTH
#define TOKEN_SOURCE_LENGTH 0x8
#endif
#ifndef TOKEN_TRUST_CONSTRAINT_MASK
#define TOKEN_TRUST_CONSTRAINT_MASK 0x00020018
#endif
#ifndef TOKEN_UIACCESS
#define TOKEN_UIACCESS 0x1000
#endif
#ifndef TOKEN_VIRTUALIZE_ALLOWED
#define TOKEN_VIRTUALIZE_ALLOWED 0x200
#endif
#ifndef TOKEN_VIRTUALIZE_ENABLED
#define TOKEN_VIRTUALIZE_ENABLED 0x400
#endif
#ifndef TOKEN_WRITE
#define TOKEN_WRITE 0x000200E0
#endif
#ifndef TOKEN_WRITE_DAC
#define TOKEN_WRITE_DAC 0x00040000
#endif
#ifndef TOKEN_WRITE_OWNER
#define TOKEN_WRITE_OWNER 0x00080000
#endif
#ifndef TOKEN_WRITE_RESTRICTED
#define TOKEN_WRITE_RESTRICTED 0x8
#endif
#ifndef TRANSACTION_ALL_ACCESS
#define TRANSACTION_ALL_ACCESS 0x001F003F
#endif
#ifndef TRANSACTION_COMMIT
#define TRANSACTION_COMMIT 0x8
#endif
#ifndef TRANSACTION_ENLIST
#define TRANSACTION_ENLIST 0x4
#endif
#ifndef TRANSACTION_GENERIC_EXECUTE
#define TRANSACTION_GENERIC_EXECUTE 0x00120018
#endif
#ifndef TRANSACTION_GENERIC_READ
#define TRANSACTION_GENERIC_READ 0x00120001
#endif
#ifndef TRANSACTION_GENERIC_WRITE
#define TRANSACTION_GENERIC_WRITE 0x0012003E
#endif
#ifndef TRANSACTION_PROPAGATE
#define TRANSACTION_PROPAGATE 0x20
#endif
#ifndef TRANSACTION_QUERY_INFORMATION
#define TRANSACTION_QUERY_INFORMATION 0x1
#endif
#ifndef TRANSACTION_RESOURCE_MANAGER_RIGHTS
#define TRANSACTION_RESOURCE_MANAGER_RIGHTS 0x00120037
#endif
#ifndef TRANSACTION_RIGHT_RESERVED1
#define TRANSACTION_RIGHT_RESERVED1 0x40
#endif
#ifndef TRANSACTION_ROLLBACK
#define TRANSACTION_ROLLBACK 0x10
#endif
#ifndef TRANSACTION_SET_INFORMATION
#define TRANSACTION_SET_INFORMATION 0x2
#endif
#ifndef TRANSACTIONMANAGER_ALL_ACCESS
#define TRANSACTIONMANAGER_ALL_ACCESS 0x000F003F
#endif
#ifndef TRANSACTIONMANAGER_BIND_TRANSACTION
#define TRANSACTIONMANAGER_BIND_TRANSACTION 0x20
#endif
#ifndef TRANSACTIONMANAGER_CREATE_RM
#define TRANSACTIONMANAGER_CREATE_RM 0x10
#endif
#ifndef TRANSACTIONMANAGER_GENERIC_EXECUTE
#define TRANSACTIONMANAGER_GENERIC_EXECUTE 0x00020000
#endif
#ifndef TRANSACTIONMANAGER_GENERIC_READ
#define TRANSACTIONMANAGER_GENERIC_READ 0x00020001
#endif
#ifndef TRANSACTIONMANAGER_GENERIC_WRITE
#define TRANSACTIONMANAGER_GENERIC_WRITE 0x0002001E
#endif
#ifndef TRANSACTIONMANAGER_QUERY_INFORMATION
#define TRANSACTIONMANAGER_QUERY_INFORMATION 0x1
#endif
#ifndef TRANSACTIONMANAGER_RECOVER
#define TRANSACTIONMANAGER_RECOVER 0x4
#endif
#ifndef TRANSACTIONMANAGER_RENAME
#define TRANSACTIONMANAGER_RENAME 0x8
#endif
#ifndef TRANSACTIONMANAGER_SET_INFORMATION
#define TRANSACTIONMANAGER_SET_INFORMATION 0x2
#endif
#ifndef TREE_CONNECT_ATTRIBUTE_GLOBAL
#define TREE_CONNECT_ATTRIBUTE_GLOBAL 0x4
#endif
#ifndef TREE_CONNECT_ATTRIBUTE_INTEGRITY
#define TREE_CONNECT_ATTRIBUTE_INTEGRITY 0x8000
#endif
#ifndef TREE_CONNECT_ATTRIBUTE_PINNED
#define TREE_CONNECT_ATTRIBUTE_PINNED 0x2
#endif
#ifndef TREE_CONNECT_ATTRIBUTE_PRIVACY
#define TREE_CONNECT_ATTRIBUTE_PRIVACY 0x4000
#endif
#ifndef TREE_CONNECT_NO_CLIENT_BUFFERING
#define TREE_CONNECT_NO_CLIENT_BUFFERING 0x8
#endif
#ifndef TREE_CONNECT_WRITE_THROUGH
#define TREE_CONNECT_WRITE_THROUGH 0x2
#endif
#ifndef TRUST_PROTECTED_FILTER_ACE_FLAG
#define TRUST_PROTECTED_FILTER_ACE_FLAG 0x40
#endif
#ifndef TXF_MINIVERSION_DEFAULT_VIEW
#define TXF_MINIVERSION_DEFAULT_VIEW 0xFFFE
#endif
#ifndef TXFS_LIST_TRANSACTION_LOCKED_FILES_ENTRY_FLAG_CREATED
#define TXFS_LIST_TRANSACTION_LOCKED_FILES_ENTRY_FLAG_CREATED 0x1
#endif
#ifndef TXFS_LIST_TRANSACTION_LOCKED_FILES_ENTRY_FLAG_DELETED
#define TXFS_LIST_TRANSACTION_LOCKED_FILES_ENTRY_FLAG_DELETED 0x2
#endif
#ifndef TXFS_LOGGING_MODE_FULL
#define TXFS_LOGGING_MODE_FULL 0x2
#endif
#ifndef TXFS_LOGGING_MODE_SIMPLE
#define TXFS_LOGGING_MODE_SIMPLE 0x1
#endif
#ifndef TXFS_MODIFY_RM_VALID_FLAGS
#define TXFS_MODIFY_RM_VALID_FLAGS 0x0003FDFF
#endif
#ifndef TXFS_QUERY_RM_INFORMATION_VALID_FLAGS
#define TXFS_QUERY_RM_INFORMATION_VALID_FLAGS 0x0003C1B0
#endif
#ifndef TXFS_RM_FLAG_DO_NOT_RESET_RM_AT_NEXT_START
#define TXFS_RM_FLAG_DO_NOT_RESET_RM_AT_NEXT_START 0x8000
#endif
#ifndef TXFS_RM_FLAG_ENFORCE_MINIMUM_SIZE
#define TXFS_RM_FLAG_ENFORCE_MINIMUM_SIZE 0x1000
#endif
#ifndef TXFS_RM_FLAG_GROW_LOG
#define TXFS_RM_FLAG_GROW_LOG 0x400
#endif
#ifndef TXFS_RM_FLAG_LOGGING_MODE
#define TXFS_RM_FLAG_LOGGING_MODE 0x1
#endif
#ifndef TXFS_RM_FLAG_LOG_AUTO_SHRINK_PERCENTAGE
#define TXFS_RM_FLAG_LOG_AUTO_SHRINK_PERCENTAGE 0x40
#endif
#ifndef TXFS_RM_FLAG_LOG_CONTAINER_COUNT_MAX
#define TXFS_RM_FLAG_LOG_CONTAINER_COUNT_MAX 0x4
#endif
#ifndef TXFS_RM_FLAG_LOG_CONTAINER_COUNT_MIN
#define TXFS_RM_FLAG_LOG_CONTAINER_COUNT_MIN 0x8
#endif
#ifndef TXFS_RM_FLAG_LOG_GROWTH_INCREMENT_NUM_CONTAINERS
#define TXFS_RM_FLAG_LOG_GROWTH_INCREMENT_NUM_CONTAINERS 0x10
#endif
#ifndef TXFS_RM_FLAG_LOG_GROWTH_INCREMENT_PERCENT
#define TXFS_RM_FLAG_LOG_GROWTH_INCREMENT_PERCENT 0x20
#endif
#ifndef TXFS_RM_FLAG_LOG_NO_CONTAINER_COUNT_MAX
#define TXFS_RM_FLAG_LOG_NO_CONTAINER_COUNT_MAX 0x80
#endif
#ifndef TXFS_RM_FLAG_LOG_NO_CONTAINER_COUNT_MIN
#define TXFS_RM_FLAG_LOG_NO_CONTAINER_COUNT_MIN 0x100
#endif
#ifndef TXFS_RM_FLAG_PREFER_AVAILABILITY
#define TXFS_RM_FLAG_PREFER_AVAILABILITY 0x00020000
#endif
#ifndef TXFS_RM_FLAG_PREFER_CONSISTENCY
#define TXFS_RM_FLAG_PREFER_CONSISTENCY 0x00010000
#endif
#ifndef TXFS_RM_FLAG_PRESERVE_CHANGES
#define TXFS_RM_FLAG_PRESERVE_CHANGES 0x2000
#endif
#ifndef TXFS_RM_FLAG_RENAME_RM
#define TXFS_RM_FLAG_RENAME_RM 0x2
#endif
#ifndef TXFS_RM_FLAG_RESET_RM_AT_NEXT_START
#define TXFS_RM_FLAG_RESET_RM_AT_NEXT_START 0x4000
#endif
#ifndef TXFS_RM_FLAG_SHRINK_LOG
#define TXFS_RM_FLAG_SHRINK_LOG 0x800
#endif
#ifndef TXFS_RM_STATE_ACTIVE
#define TXFS_RM_STATE_ACTIVE 0x2
#endif
#ifndef TXFS_RM_STATE_NOT_STARTED
#define TXFS_RM_STATE_NOT_STARTED 0x0
#endif
#ifndef TXFS_RM_STATE_SHUTTING_DOWN
#define TXFS_RM_STATE_SHUTTING_DOWN 0x3
#endif
#ifndef TXFS_RM_STATE_STARTING
#define TXFS_RM_STATE_STARTING 0x1
#endif
#ifndef TXFS_ROLLFORWARD_REDO_FLAG_USE_LAST_REDO_LSN
#define TXFS_ROLLFORWARD_REDO_FLAG_USE_LAST_REDO_LSN 0x1
#endif
#ifndef TXFS_ROLLFORWARD_REDO_FLAG_USE_LAST_VIRTUAL_CLOCK
#define TXFS_ROLLFORWARD_REDO_FLAG_USE_LAST_VIRTUAL_CLOCK 0x2
#endif
#ifndef TXFS_ROLLFORWARD_REDO_VALID_FLAGS
#define TXFS_ROLLFORWARD_REDO_VALID_FLAGS 0x3
#endif
#ifndef TXFS_SAVEPOINT_CLEAR
#define TXFS_SAVEPOINT_CLEAR 0x4
#endif
#ifndef TXFS_SAVEPOINT_CLEAR_ALL
#define TXFS_SAVEPOINT_CLEAR_ALL 0x10
#endif
#ifndef TXFS_SAVEPOINT_ROLLBACK
#define TXFS_SAVEPOINT_ROLLBACK 0x2
#endif
#ifndef TXFS_SAVEPOINT_SET
#define TXFS_SAVEPOINT_SET 0x1
#endif
#ifndef TXFS_START_RM_FLAG_LOGGING_MODE
#define TXFS_START_RM_FLAG_LOGGING_MODE 0x400
#endif
#ifndef TXFS_START_RM_FLAG_LOG_AUTO_SHRINK_PERCENTAGE
#define TXFS_START_RM_FLAG_LOG_AUTO_SHRINK_PERCENTAGE 0x20
#endif
#ifndef TXFS_START_RM_FLAG_LOG_CONTAINER_COUNT_MAX
#define TXFS_START_RM_FLAG_LOG_CONTAINER_COUNT_MAX 0x1
#endif
#ifndef TXFS_START_RM_FLAG_LOG_CONTAINER_COUNT_MIN
#define TXFS_START_RM_FLAG_LOG_CONTAINER_COUNT_MIN 0x2
#endif
#ifndef TXFS_START_RM_FLAG_LOG_CONTAINER_SIZE
#define TXFS_START_RM_FLAG_LOG_CONTAINER_SIZE 0x4
#endif
#ifndef TXFS_START_RM_FLAG_LOG_GROWTH_INCREMENT_NUM_CONTAINERS
#define TXFS_START_RM_FLAG_LOG_GROWTH_INCREMENT_NUM_CONTAINERS 0x8
#endif
#ifndef TXFS_START_RM_FLAG_LOG_GROWTH_INCREMENT_PERCENT
#define TXFS_START_RM_FLAG_LOG_GROWTH_INCREMENT_PERCENT 0x10
#endif
#ifndef TXFS_START_RM_FLAG_LOG_NO_CONTAINER_COUNT_MAX
#define TXFS_START_RM_FLAG_LOG_NO_CONTAINER_COUNT_MAX 0x40
#endif
#ifndef TXFS_START_RM_FLAG_LOG_NO_CONTAINER_COUNT_MIN
#define TXFS_START_RM_FLAG_LOG_NO_CONTAINER_COUNT_MIN 0x80
#endif
#ifndef TXFS_START_RM_FLAG_PREFER_AVAILABILITY
#define TXFS_START_RM_FLAG_PREFER_AVAILABILITY 0x2000
#endif
#ifndef TXFS_START_RM_FLAG_PREFER_CONSISTENCY
#define TXFS_START_RM_FLAG_PREFER_CONSISTENCY 0x1000
#endif
#ifndef TXFS_START_RM_FLAG_PRESERVE_CHANGES
#define TXFS_START_RM_FLAG_PRESERVE_CHANGES 0x800
#endif
#ifndef TXFS_START_RM_FLAG_RECOVER_BEST_EFFORT
#define TXFS_START_RM_FLAG_RECOVER_BEST_EFFORT 0x200
#endif
#ifndef TXFS_START_RM_VALID_FLAGS
#define TXFS_START_RM_VALID_FLAGS 0x3E7F
#endif
#ifndef TXFS_TRANSACTED_VERSION_NONTRANSACTED
#define TXFS_TRANSACTED_VERSION_NONTRANSACTED 0xFFFFFFFE
#endif
#ifndef TXFS_TRANSACTED_VERSION_UNCOMMITTED
#define TXFS_TRANSACTED_VERSION_UNCOMMITTED 0xFFFFFFFF
#endif
#ifndef TXFS_TRANSACTION_STATE_ACTIVE
#define TXFS_TRANSACTION_STATE_ACTIVE 0x1
#endif
#ifndef TXFS_TRANSACTION_STATE_NONE
#define TXFS_TRANSACTION_STATE_NONE 0x0
#endif
#ifndef TXFS_TRANSACTION_STATE_NOTACTIVE
#define TXFS_TRANSACTION_STATE_NOTACTIVE 0x3
#endif
#ifndef TXFS_TRANSACTION_STATE_PREPARED
#define TXFS_TRANSACTION_STATE_PREPARED 0x2
#endif
#ifndef UADDRESS_BASE
#define UADDRESS_BASE 0x0
#endif
#ifndef UCSCHAR_INVALID_CHARACTER
#define UCSCHAR_INVALID_CHARACTER 0xFFFFFFFF
#endif
#ifndef UNDERSTANDS_LONG_NAMES
#define UNDERSTANDS_LONG_NAMES 0x1
#endif
#ifndef UNICODE_NULL
#define UNICODE_NULL 0x0
#endif
#ifndef UNICODE_STRING_MAX_BYTES
#define UNICODE_STRING_MAX_BYTES 0xFFFE
#endif
#ifndef UNICODE_STRING_MAX_CHARS
#define UNICODE_STRING_MAX_CHARS 0x7FFF
#endif
#ifndef UNINITIALIZE_CACHE_MAPS
#define UNINITIALIZE_CACHE_MAPS 0x1
#endif
#ifndef UNPROTECTED_DACL_SECURITY_INFORMATION
#define UNPROTECTED_DACL_SECURITY_INFORMATION 0x20000000
#endif
#ifndef UNPROTECTED_SACL_SECURITY_INFORMATION
#define UNPROTECTED_SACL_SECURITY_INFORMATION 0x10000000
#endif
#ifndef UNW_FLAG_CHAININFO
#define UNW_FLAG_CHAININFO 0x4
#endif
#ifndef UNW_FLAG_EHANDLER
#define UNW_FLAG_EHANDLER 0x1
#endif
#ifndef UNW_FLAG_NHANDLER
#define UNW_FLAG_NHANDLER 0x0
#endif
#ifndef UNW_FLAG_UHANDLER
#define UNW_FLAG_UHANDLER 0x2
#endif
#ifndef USE_PRIMARY_PASSWORD
#define USE_PRIMARY_PASSWORD 0x1
#endif
#ifndef USER_SHARED_DATA
#define USER_SHARED_DATA 0x7FFE0000
#endif
#ifndef USN_DELETE_FLAG_DELETE
#define USN_DELETE_FLAG_DELETE 0x1
#endif
#ifndef USN_DELETE_FLAG_NOTIFY
#define USN_DELETE_FLAG_NOTIFY 0x2
#endif
#ifndef USN_DELETE_VALID_FLAGS
#define USN_DELETE_VALID_FLAGS 0x3
#endif
#ifndef USN_PAGE_SIZE
#define USN_PAGE_SIZE 0x1000
#endif
#ifndef USN_REASON_BASIC_INFO_CHANGE
#define USN_REASON_BASIC_INFO_CHANGE 0x8000
#endif
#ifndef USN_REASON_CLOSE
#define USN_REASON_CLOSE 0x80000000
#endif
#ifndef USN_REASON_COMPRESSION_CHANGE
#define USN_REASON_COMPRESSION_CHANGE 0x00020000
#endif
#ifndef USN_REASON_DATA_EXTEND
#define USN_REASON_DATA_EXTEND 0x2
#endif
#ifndef USN_REASON_DATA_OVERWRITE
#define USN_REASON_DATA_OVERWRITE 0x1
#endif
#ifndef USN_REASON_DATA_TRUNCATION
#define USN_REASON_DATA_TRUNCATION 0x4
#endif
#ifndef USN_REASON_DESIRED_STORAGE_CLASS_CHANGE
#define USN_REASON_DESIRED_STORAGE_CLASS_CHANGE 0x01000000
#endif
#ifndef USN_REASON_EA_CHANGE
#define USN_REASON_EA_CHANGE 0x400
#endif
#ifndef USN_REASON_ENCRYPTION_CHANGE
#define USN_REASON_ENCRYPTION_CHANGE 0x00040000
#endif
#ifndef USN_REASON_FILE_CREATE
#define USN_REASON_FILE_CREATE 0x100
#endif
#ifndef USN_REASON_FILE_DELETE
#define USN_REASON_FILE_DELETE 0x200
#endif
#ifndef USN_REASON_HARD_LINK_CHANGE
#define USN_REASON_HARD_LINK_CHANGE 0x00010000
#endif
#ifndef USN_REASON_INDEXABLE_CHANGE
#define USN_REASON_INDEXABLE_CHANGE 0x4000
#endif
#ifndef USN_REASON_INTEGRITY_CHANGE
#define USN_REASON_INTEGRITY_CHANGE 0x00800000
#endif
#ifndef USN_REASON_NAMED_DATA_EXTEND
#define USN_REASON_NAMED_DATA_EXTEND 0x20
#endif
#ifndef USN_REASON_NAMED_DATA_OVERWRITE
#define USN_REASON_NAMED_DATA_OVERWRITE 0x10
#endif
#ifndef USN_REASON_NAMED_DATA_TRUNCATION
#define USN_REASON_NAMED_DATA_TRUNCATION 0x40
#endif
#ifndef USN_REASON_OBJECT_ID_CHANGE
#define USN_REASON_OBJECT_ID_CHANGE 0x00080000
#endif
#ifndef USN_REASON_RENAME_NEW_NAME
#define USN_REASON_RENAME_NEW_NAME 0x2000
#endif
#ifndef USN_REASON_RENAME_OLD_NAME
#define USN_REASON_RENAME_OLD_NAME 0x1000
#endif
#ifndef USN_REASON_REPARSE_POINT_CHANGE
#define USN_REASON_REPARSE_POINT_CHANGE 0x00100000
#endif
#ifndef USN_REASON_SECURITY_CHANGE
#define USN_REASON_SECURITY_CHANGE 0x800
#endif
#ifndef USN_REASON_STREAM_CHANGE
#define USN_REASON_STREAM_CHANGE 0x00200000
#endif
#ifndef USN_REASON_TRANSACTED_CHANGE
#define USN_REASON_TRANSACTED_CHANGE 0x00400000
#endif
#ifndef USN_SOURCE_AUXILIARY_DATA
#define USN_SOURCE_AUXILIARY_DATA 0x2
#endif
#ifndef USN_SOURCE_CLIENT_REPLICATION_MANAGEMENT
#define USN_SOURCE_CLIENT_REPLICATION_MANAGEMENT 0x8
#endif
#ifndef USN_SOURCE_DATA_MANAGEMENT
#define USN_SOURCE_DATA_MANAGEMENT 0x1
#endif
#ifndef USN_SOURCE_REPLICATION_MANAGEMENT
#define USN_SOURCE_REPLICATION_MANAGEMENT 0x4
#endif
#ifndef VACB_MAPPING_GRANULARITY
#define VACB_MAPPING_GRANULARITY 0x00040000
#endif
#ifndef VACB_OFFSET_SHIFT
#define VACB_OFFSET_SHIFT 0x12
#endif
#ifndef VALID_INHERIT_FLAGS
#define VALID_INHERIT_FLAGS 0x1F
#endif
#ifndef VER_AND
#define VER_AND 0x6
#endif
#ifndef VER_BUILDNUMBER
#define VER_BUILDNUMBER 0x4
#endif
#ifndef VER_CONDITION_MASK
#define VER_CONDITION_MASK 0x7
#endif
#ifndef VER_EQUAL
#define VER_EQUAL 0x1
#endif
#ifndef VER_GREATER
#define VER_GREATER 0x2
#endif
#ifndef VER_GREATER_EQUAL
#define VER_GREATER_EQUAL 0x3
#endif
#ifndef VER_LESS
#define VER_LESS 0x4
#endif
#ifndef VER_LESS_EQUAL
#define VER_LESS_EQUAL 0x5
#endif
#ifndef VER_MAJORVERSION
#define VER_MAJORVERSION 0x2
#endif
#ifndef VER_MINORVERSION
#define VER_MINORVERSION 0x1
#endif
#ifndef VER_NT_DOMAIN_CONTROLLER
#define VER_NT_DOMAIN_CONTROLLER 0x2
#endif
#ifndef VER_NT_SERVER
#define VER_NT_SERVER 0x3
#endif
#ifndef VER_NT_WORKSTATION
#define VER_NT_WORKSTATION 0x1
#endif
#ifndef VER_NUM_BITS_PER_CONDITION_MASK
#define VER_NUM_BITS_PER_CONDITION_MASK 0x3
#endif
#ifndef VER_OR
#define VER_OR 0x7
#endif
#ifndef VER_PLATFORMID
#define VER_PLATFORMID 0x8
#endif
#ifndef VER_PLATFORM_WIN32_NT
#define VER_PLATFORM_WIN32_NT 0x2
#endif
#ifndef VER_PLATFORM_WIN32_WINDOWS
#define VER_PLATFORM_WIN32_WINDOWS 0x1
#endif
#ifndef VER_PLATFORM_WIN32s
#define VER_PLATFORM_WIN32s 0x0
#endif
#ifndef VER_PRODUCTBUILD
#define VER_PRODUCTBUILD 0x2710
#endif
#ifndef VER_PRODUCT_TYPE
#define VER_PRODUCT_TYPE 0x80
#endif
#ifndef VER_SERVER_NT
#define VER_SERVER_NT 0x80000000
#endif
#ifndef VER_SERVICEPACKMAJOR
#define VER_SERVICEPACKMAJOR 0x20
#endif
#ifndef VER_SERVICEPACKMINOR
#define VER_SERVICEPACKMINOR 0x10
#endif
#ifndef VER_SUITENAME
#define VER_SUITENAME 0x40
#endif
#ifndef VER_SUITE_BACKOFFICE
#define VER_SUITE_BACKOFFICE 0x4
#endif
#ifndef VER_SUITE_BLADE
#define VER_SUITE_BLADE 0x400
#endif
#ifndef VER_SUITE_COMMUNICATIONS
#define VER_SUITE_COMMUNICATIONS 0x8
#endif
#ifndef VER_SUITE_COMPUTE_SERVER
#define VER_SUITE_COMPUTE_SERVER 0x4000
#endif
#ifndef VER_SUITE_DATACENTER
#define VER_SUITE_DATACENTER 0x80
#endif
#ifndef VER_SUITE_EMBEDDEDNT
#define VER_SUITE_EMBEDDEDNT 0x40
#endif
#ifndef VER_SUITE_EMBEDDED_RESTRICTED
#define VER_SUITE_EMBEDDED_RESTRICTED 0x800
#endif
#ifndef VER_SUITE_ENTERPRISE
#define VER_SUITE_ENTERPRISE 0x2
#endif
#ifndef VER_SUITE_MULTIUSERTS
#define VER_SUITE_MULTIUSERTS 0x00020000
#endif
#ifndef VER_SUITE_PERSONAL
#define VER_SUITE_PERSONAL 0x200
#endif
#ifndef VER_SUITE_SECURITY_APPLIANCE
#define VER_SUITE_SECURITY_APPLIANCE 0x1000
#endif
#ifndef VER_SUITE_SINGLEUSERTS
#define VER_SUITE_SINGLEUSERTS 0x100
#endif
#ifndef VER_SUITE_SMALLBUSINESS
#define VER_SUITE_SMALLBUSINESS 0x1
#endif
#ifndef VER_SUITE_SMALLBUSINESS_RESTRICTED
#define VER_SUITE_SMALLBUSINESS_RESTRICTED 0x20
#endif
#ifndef VER_SUITE_STORAGE_SERVER
#define VER_SUITE_STORAGE_SERVER 0x2000
#endif
#ifndef VER_SUITE_TERMINAL
#define VER_SUITE_TERMINAL 0x10
#endif
#ifndef VER_SUITE_WH_SERVER
#define VER_SUITE_WH_SERVER 0x8000
#endif
#ifndef VER_WORKSTATION_NT
#define VER_WORKSTATION_NT 0x40000000
#endif
#ifndef VOL_PROP_FL_DAX_VOLUME
#define VOL_PROP_FL_DAX_VOLUME 0x1
#endif
#ifndef VOLUME_IS_DIRTY
#define VOLUME_IS_DIRTY 0x1
#endif
#ifndef VOLUME_NAME_MAX_BYTES
#define VOLUME_NAME_MAX_BYTES 0x800
#endif
#ifndef VOLUME_NAME_MAX_CHARS
#define VOLUME_NAME_MAX_CHARS 0x400
#endif
#ifndef VOLUME_SESSION_OPEN
#define VOLUME_SESSION_OPEN 0x4
#endif
#ifndef VOLUME_UPGRADE_SCHEDULED
#define VOLUME_UPGRADE_SCHEDULED 0x2
#endif
#ifndef VPB_DIRECT_WRITES_ALLOWED
#define VPB_DIRECT_WRITES_ALLOWED 0x20
#endif
#ifndef VPB_DISMOUNTING
#define VPB_DISMOUNTING 0x80
#endif
#ifndef VPB_FLAGS_BYPASSIO_BLOCKED
#define VPB_FLAGS_BYPASSIO_BLOCKED 0x40
#endif
#ifndef VPB_LOCKED
#define VPB_LOCKED 0x2
#endif
#ifndef VPB_MOUNTED
#define VPB_MOUNTED 0x1
#endif
#ifndef VPB_PERSISTENT
#define VPB_PERSISTENT 0x4
#endif
#ifndef VPB_RAW_MOUNT
#define VPB_RAW_MOUNT 0x10
#endif
#ifndef VPB_REMOVE_PENDING
#define VPB_REMOVE_PENDING 0x8
#endif
#ifndef VRL_CUSTOM_CLASS_BEGIN
#define VRL_CUSTOM_CLASS_BEGIN 0x100
#endif
#ifndef VRL_ENABLE_KERNEL_BREAKS
#define VRL_ENABLE_KERNEL_BREAKS 0x80000000
#endif
#ifndef VRL_PREDEFINED_CLASS_BEGIN
#define VRL_PREDEFINED_CLASS_BEGIN 0x1
#endif
#ifndef WCIFS_REDIRECTION_FLAGS_CREATE_SERVICED_FROM_LAYER
#define WCIFS_REDIRECTION_FLAGS_CREATE_SERVICED_FROM_LAYER 0x1
#endif
#ifndef WCIFS_REDIRECTION_FLAGS_CREATE_SERVICED_FROM_REGISTERED_LAYER
#define WCIFS_REDIRECTION_FLAGS_CREATE_SERVICED_FROM_REGISTERED_LAYER 0x4
#endif
#ifndef WCIFS_REDIRECTION_FLAGS_CREATE_SERVICED_FROM_REMOTE_LAYER
#define WCIFS_REDIRECTION_FLAGS_CREATE_SERVICED_FROM_REMOTE_LAYER 0x8
#endif
#ifndef WCIFS_REDIRECTION_FLAGS_CREATE_SERVICED_FROM_SCRATCH
#define WCIFS_REDIRECTION_FLAGS_CREATE_SERVICED_FROM_SCRATCH 0x2
#endif
#ifndef WCS_RAS_REGISTER_NAME_MAX_LENGTH
#define WCS_RAS_REGISTER_NAME_MAX_LENGTH 0x20
#endif
#ifndef WDM_MAJORVERSION
#define WDM_MAJORVERSION 0x6
#endif
#ifndef WDM_MINORVERSION
#define WDM_MINORVERSION 0x0
#endif
#ifndef WIM_BOOT_NOT_OS_WIM
#define WIM_BOOT_NOT_OS_WIM 0x0
#endif
#ifndef WIM_BOOT_OS_WIM
#define WIM_BOOT_OS_WIM 0x1
#endif
#ifndef WIM_PROVIDER_CURRENT_VERSION
#define WIM_PROVIDER_CURRENT_VERSION 0x1
#endif
#ifndef WIM_PROVIDER_EXTERNAL_FLAG_NOT_ACTIVE
#define WIM_PROVIDER_EXTERNAL_FLAG_NOT_ACTIVE 0x1
#endif
#ifndef WIM_PROVIDER_EXTERNAL_FLAG_SUSPENDED
#define WIM_PROVIDER_EXTERNAL_FLAG_SUSPENDED 0x2
#endif
#ifndef WIM_PROVIDER_HASH_SIZE
#define WIM_PROVIDER_HASH_SIZE 0x14
#endif
#ifndef WMIREG_ACTION_BLOCK_IRPS
#define WMIREG_ACTION_BLOCK_IRPS 0x5
#endif
#ifndef WMIREG_ACTION_DEREGISTER
#define WMIREG_ACTION_DEREGISTER 0x2
#endif
#ifndef WMIREG_ACTION_REGISTER
#define WMIREG_ACTION_REGISTER 0x1
#endif
#ifndef WMIREG_ACTION_REREGISTER
#define WMIREG_ACTION_REREGISTER 0x3
#endif
#ifndef WMIREG_ACTION_UPDATE_GUIDS
#define WMIREG_ACTION_UPDATE_GUIDS 0x4
#endif
#ifndef WNNC_CRED_MANAGER
#define WNNC_CRED_MANAGER 0xFFFF0000
#endif
#ifndef WNNC_NET_10NET
#define WNNC_NET_10NET 0x00050000
#endif
#ifndef WNNC_NET_3IN1
#define WNNC_NET_3IN1 0x00270000
#endif
#ifndef WNNC_NET_9P
#define WNNC_NET_9P 0x00480000
#endif
#ifndef WNNC_NET_9TILES
#define WNNC_NET_9TILES 0x00090000
#endif
#ifndef WNNC_NET_APPLETALK
#define WNNC_NET_APPLETALK 0x00130000
#endif
#ifndef WNNC_NET_AS400
#define WNNC_NET_AS400 0x000B0000
#endif
#ifndef WNNC_NET_AURISTOR_FS
#define WNNC_NET_AURISTOR_FS 0x00460000
#endif
#ifndef WNNC_NET_AVID
#define WNNC_NET_AVID 0x001A0000
#endif
#ifndef WNNC_NET_AVID1
#define WNNC_NET_AVID1 0x003A0000
#endif
#ifndef WNNC_NET_BMC
#define WNNC_NET_BMC 0x00180000
#endif
#ifndef WNNC_NET_BWNFS
#define WNNC_NET_BWNFS 0x00100000
#endif
#ifndef WNNC_NET_CLEARCASE
#define WNNC_NET_CLEARCASE 0x00160000
#endif
#ifndef WNNC_NET_COGENT
#define WNNC_NET_COGENT 0x00110000
#endif
#ifndef WNNC_NET_CSC
#define WNNC_NET_CSC 0x00260000
#endif
#ifndef WNNC_NET_DAV
#define WNNC_NET_DAV 0x002E0000
#endif
#ifndef WNNC_NET_DCE
#define WNNC_NET_DCE 0x00190000
#endif
#ifndef WNNC_NET_DECORB
#define WNNC_NET_DECORB 0x00200000
#endif
#ifndef WNNC_NET_DFS
#define WNNC_NET_DFS 0x003B0000
#endif
#ifndef WNNC_NET_DISTINCT
#define WNNC_NET_DISTINCT 0x00230000
#endif
#ifndef WNNC_NET_DOCUSHARE
#define WNNC_NET_DOCUSHARE 0x00450000
#endif
#ifndef WNNC_NET_DOCUSPACE
#define WNNC_NET_DOCUSPACE 0x001B0000
#endif
#ifndef WNNC_NET_DRIVEONWEB
#define WNNC_NET_DRIVEONWEB 0x003E0000
#endif
#ifndef WNNC_NET_EXIFS
#define WNNC_NET_EXIFS 0x002D0000
#endif
#ifndef WNNC_NET_EXTENDNET
#define WNNC_NET_EXTENDNET 0x00290000
#endif
#ifndef WNNC_NET_FARALLON
#define WNNC_NET_FARALLON 0x00120000
#endif
#ifndef WNNC_NET_FJ_REDIR
#define WNNC_NET_FJ_REDIR 0x00220000
#endif
#ifndef WNNC_NET_FOXBAT
#define WNNC_NET_FOXBAT 0x002B0000
#endif
#ifndef WNNC_NET_FRONTIER
#define WNNC_NET_FRONTIER 0x00170000
#endif
#ifndef WNNC_NET_FTP_NFS
#define WNNC_NET_FTP_NFS 0x000C0000
#endif
#ifndef WNNC_NET_GOOGLE
#define WNNC_NET_GOOGLE 0x00430000
#endif
#ifndef WNNC_NET_HOB_NFS
#define WNNC_NET_HOB_NFS 0x00320000
#endif
#ifndef WNNC_NET_IBMAL
#define WNNC_NET_IBMAL 0x00340000
#endif
#ifndef WNNC_NET_INTERGRAPH
#define WNNC_NET_INTERGRAPH 0x00140000
#endif
#ifndef WNNC_NET_KNOWARE
#define WNNC_NET_KNOWARE 0x002F0000
#endif
#ifndef WNNC_NET_KWNP
#define WNNC_NET_KWNP 0x003C0000
#endif
#ifndef WNNC_NET_LANMAN
#define WNNC_NET_LANMAN 0x00020000
#endif
#ifndef WNNC_NET_LANSTEP
#define WNNC_NET_LANSTEP 0x00080000
#endif
#ifndef WNNC_NET_LANTASTIC
#define WNNC_NET_LANTASTIC 0x000A0000
#endif
#ifndef WNNC_NET_LIFENET
#define WNNC_NET_LIFENET 0x000E0000
#endif
#ifndef WNNC_NET_LOCK
#define WNNC_NET_LOCK 0x00350000
#endif
#ifndef WNNC_NET_LOCUS
#define WNNC_NET_LOCUS 0x00060000
#endif
#ifndef WNNC_NET_MANGOSOFT
#define WNNC_NET_MANGOSOFT 0x001C0000
#endif
#ifndef WNNC_NET_MASFAX
#define WNNC_NET_MASFAX 0x00310000
#endif
#ifndef WNNC_NET_MFILES
#define WNNC_NET_MFILES 0x00410000
#endif
#ifndef WNNC_NET_MSNET
#define WNNC_NET_MSNET 0x00010000
#endif
#ifndef WNNC_NET_MS_NFS
#define WNNC_NET_MS_NFS 0x00420000
#endif
#ifndef WNNC_NET_NDFS
#define WNNC_NET_NDFS 0x00440000
#endif
#ifndef WNNC_NET_NETWARE
#define WNNC_NET_NETWARE 0x00030000
#endif
#ifndef WNNC_NET_OBJECT_DIRE
#define WNNC_NET_OBJECT_DIRE 0x00300000
#endif
#ifndef WNNC_NET_OPENAFS
#define WNNC_NET_OPENAFS 0x00390000
#endif
#ifndef WNNC_NET_PATHWORKS
#define WNNC_NET_PATHWORKS 0x000D0000
#endif
#ifndef WNNC_NET_POWERLAN
#define WNNC_NET_POWERLAN 0x000F0000
#endif
#ifndef WNNC_NET_PROTSTOR
#define WNNC_NET_PROTSTOR 0x00210000
#endif
#ifndef WNNC_NET_QUINCY
#define WNNC_NET_QUINCY 0x00380000
#endif
#ifndef WNNC_NET_RDR2SAMPLE
#define WNNC_NET_RDR2SAMPLE 0x00250000
#endif
#ifndef WNNC_NET_RIVERFRONT1
#define WNNC_NET_RIVERFRONT1 0x001E0000
#endif
#ifndef WNNC_NET_RIVERFRONT2
#define WNNC_NET_RIVERFRONT2 0x001F0000
#endif
#ifndef WNNC_NET_RSFX
#define WNNC_NET_RSFX 0x00400000
#endif
#ifndef WNNC_NET_SECUREAGENT
#define WNNC_NET_SECUREAGENT 0x00470000
#endif
#ifndef WNNC_NET_SERNET
#define WNNC_NET_SERNET 0x001D0000
#endif
#ifndef WNNC_NET_SHIVA
#define WNNC_NET_SHIVA 0x00330000
#endif
#ifndef WNNC_NET_SMB
#define WNNC_NET_SMB 0x00020000
#endif
#ifndef WNNC_NET_SRT
#define WNNC_NET_SRT 0x00370000
#endif
#ifndef WNNC_NET_STAC
#define WNNC_NET_STAC 0x002A0000
#endif
#ifndef WNNC_NET_SUN_PC_NFS
#define WNNC_NET_SUN_PC_NFS 0x00070000
#endif
#ifndef WNNC_NET_SYMFONET
#define WNNC_NET_SYMFONET 0x00150000
#endif
#ifndef WNNC_NET_TERMSRV
#define WNNC_NET_TERMSRV 0x00360000
#endif
#ifndef WNNC_NET_TWINS
#define WNNC_NET_TWINS 0x00240000
#endif
#ifndef WNNC_NET_VINES
#define WNNC_NET_VINES 0x00040000
#endif
#ifndef WNNC_NET_VMWARE
#define WNNC_NET_VMWARE 0x003F0000
#endif
#ifndef WNNC_NET_YAHOO
#define WNNC_NET_YAHOO 0x002C0000
#endif
#ifndef WNNC_NET_ZENWORKS
#define WNNC_NET_ZENWORKS 0x003D0000
#endif
#ifndef WOF_CURRENT_VERSION
#define WOF_CURRENT_VERSION 0x1
#endif
#ifndef WOF_PROVIDER_CLOUD
#define WOF_PROVIDER_CLOUD 0x3
#endif
#ifndef WOF_PROVIDER_FILE
#define WOF_PROVIDER_FILE 0x2
#endif
#ifndef WOF_PROVIDER_WIM
#define WOF_PROVIDER_WIM 0x1
#endif
#ifndef WRITE_COMPRESSION_INFO_VALID
#define WRITE_COMPRESSION_INFO_VALID 0x10
#endif
#ifndef WRITE_NV_MEMORY_FLAG_FLUSH
#define WRITE_NV_MEMORY_FLAG_FLUSH 0x1
#endif
#ifndef WRITE_NV_MEMORY_FLAG_NON_TEMPORAL
#define WRITE_NV_MEMORY_FLAG_NON_TEMPORAL 0x2
#endif
#ifndef WRITE_NV_MEMORY_FLAG_NO_DRAIN
#define WRITE_NV_MEMORY_FLAG_NO_DRAIN 0x100
#endif
#ifndef WRITE_RESTRICTED
#define WRITE_RESTRICTED 0x8
#endif
#ifndef WRITE_WATCH_FLAG_RESET
#define WRITE_WATCH_FLAG_RESET 0x1
#endif
#ifndef XPF_BUS_CHECK_ADDRESS_IO
#define XPF_BUS_CHECK_ADDRESS_IO 0x2
#endif
#ifndef XPF_BUS_CHECK_ADDRESS_MEMORY
#define XPF_BUS_CHECK_ADDRESS_MEMORY 0x0
#endif
#ifndef XPF_BUS_CHECK_ADDRESS_OTHER
#define XPF_BUS_CHECK_ADDRESS_OTHER 0x3
#endif
#ifndef XPF_BUS_CHECK_ADDRESS_RESERVED
#define XPF_BUS_CHECK_ADDRESS_RESERVED 0x1
#endif
#ifndef XPF_BUS_CHECK_OPERATION_DATAREAD
#define XPF_BUS_CHECK_OPERATION_DATAREAD 0x3
#endif
#ifndef XPF_BUS_CHECK_OPERATION_DATAWRITE
#define XPF_BUS_CHECK_OPERATION_DATAWRITE 0x4
#endif
#ifndef XPF_BUS_CHECK_OPERATION_GENERIC
#define XPF_BUS_CHECK_OPERATION_GENERIC 0x0
#endif
#ifndef XPF_BUS_CHECK_OPERATION_GENREAD
#define XPF_BUS_CHECK_OPERATION_GENREAD 0x1
#endif
#ifndef XPF_BUS_CHECK_OPERATION_GENWRITE
#define XPF_BUS_CHECK_OPERATION_GENWRITE 0x2
#endif
#ifndef XPF_BUS_CHECK_OPERATION_INSTRUCTIONFETCH
#define XPF_BUS_CHECK_OPERATION_INSTRUCTIONFETCH 0x5
#endif
#ifndef XPF_BUS_CHECK_OPERATION_PREFETCH
#define XPF_BUS_CHECK_OPERATION_PREFETCH 0x6
#endif
#ifndef XPF_BUS_CHECK_PARTICIPATION_GENERIC
#define XPF_BUS_CHECK_PARTICIPATION_GENERIC 0x3
#endif
#ifndef XPF_BUS_CHECK_PARTICIPATION_PROCOBSERVED
#define XPF_BUS_CHECK_PARTICIPATION_PROCOBSERVED 0x2
#endif
#ifndef XPF_BUS_CHECK_PARTICIPATION_PROCORIGINATED
#define XPF_BUS_CHECK_PARTICIPATION_PROCORIGINATED 0x0
#endif
#ifndef XPF_BUS_CHECK_PARTICIPATION_PROCRESPONDED
#define XPF_BUS_CHECK_PARTICIPATION_PROCRESPONDED 0x1
#endif
#ifndef XPF_BUS_CHECK_TRANSACTIONTYPE_DATAACCESS
#define XPF_BUS_CHECK_TRANSACTIONTYPE_DATAACCESS 0x1
#endif
#ifndef XPF_BUS_CHECK_TRANSACTIONTYPE_GENERIC
#define XPF_BUS_CHECK_TRANSACTIONTYPE_GENERIC 0x2
#endif
#ifndef XPF_BUS_CHECK_TRANSACTIONTYPE_INSTRUCTION
#define XPF_BUS_CHECK_TRANSACTIONTYPE_INSTRUCTION 0x0
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_DATAREAD
#define XPF_CACHE_CHECK_OPERATION_DATAREAD 0x3
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_DATAWRITE
#define XPF_CACHE_CHECK_OPERATION_DATAWRITE 0x4
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_EVICTION
#define XPF_CACHE_CHECK_OPERATION_EVICTION 0x7
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_GENERIC
#define XPF_CACHE_CHECK_OPERATION_GENERIC 0x0
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_GENREAD
#define XPF_CACHE_CHECK_OPERATION_GENREAD 0x1
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_GENWRITE
#define XPF_CACHE_CHECK_OPERATION_GENWRITE 0x2
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_INSTRUCTIONFETCH
#define XPF_CACHE_CHECK_OPERATION_INSTRUCTIONFETCH 0x5
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_PREFETCH
#define XPF_CACHE_CHECK_OPERATION_PREFETCH 0x6
#endif
#ifndef XPF_CACHE_CHECK_OPERATION_SNOOP
#define XPF_CACHE_CHECK_OPERATION_SNOOP 0x8
#endif
#ifndef XPF_CACHE_CHECK_TRANSACTIONTYPE_DATAACCESS
#define XPF_CACHE_CHECK_TRANSACTIONTYPE_DATAACCESS 0x1
#endif
#ifndef XPF_CACHE_CHECK_TRANSACTIONTYPE_GENERIC
#define XPF_CACHE_CHECK_TRANSACTIONTYPE_GENERIC 0x2
#endif
#ifndef XPF_CACHE_CHECK_TRANSACTIONTYPE_INSTRUCTION
#define XPF_CACHE_CHECK_TRANSACTIONTYPE_INSTRUCTION 0x0
#endif
#ifndef XPF_CONTEXT_INFO_32BITCONTEXT
#define XPF_CONTEXT_INFO_32BITCONTEXT 0x2
#endif
#ifndef XPF_CONTEXT_INFO_32BITDEBUGREGS
#define XPF_CONTEXT_INFO_32BITDEBUGREGS 0x5
#endif
#ifndef XPF_CONTEXT_INFO_64BITCONTEXT
#define XPF_CONTEXT_INFO_64BITCONTEXT 0x3
#endif
#ifndef XPF_CONTEXT_INFO_64BITDEBUGREGS
#define XPF_CONTEXT_INFO_64BITDEBUGREGS 0x6
#endif
#ifndef XPF_CONTEXT_INFO_FXSAVE
#define XPF_CONTEXT_INFO_FXSAVE 0x4
#endif
#ifndef XPF_CONTEXT_INFO_MMREGISTERS
#define XPF_CONTEXT_INFO_MMREGISTERS 0x7
#endif
#ifndef XPF_CONTEXT_INFO_MSRREGISTERS
#define XPF_CONTEXT_INFO_MSRREGISTERS 0x1
#endif
#ifndef XPF_CONTEXT_INFO_UNCLASSIFIEDDATA
#define XPF_CONTEXT_INFO_UNCLASSIFIEDDATA 0x0
#endif
#ifndef XPF_MS_CHECK_ERRORTYPE_EXTERNAL
#define XPF_MS_CHECK_ERRORTYPE_EXTERNAL 0x3
#endif
#ifndef XPF_MS_CHECK_ERRORTYPE_FRC
#define XPF_MS_CHECK_ERRORTYPE_FRC 0x4
#endif
#ifndef XPF_MS_CHECK_ERRORTYPE_INTERNALUNCLASSIFIED
#define XPF_MS_CHECK_ERRORTYPE_INTERNALUNCLASSIFIED 0x5
#endif
#ifndef XPF_MS_CHECK_ERRORTYPE_MCROMPARITY
#define XPF_MS_CHECK_ERRORTYPE_MCROMPARITY 0x2
#endif
#ifndef XPF_MS_CHECK_ERRORTYPE_NOERROR
#define XPF_MS_CHECK_ERRORTYPE_NOERROR 0x0
#endif
#ifndef XPF_MS_CHECK_ERRORTYPE_UNCLASSIFIED
#define XPF_MS_CHECK_ERRORTYPE_UNCLASSIFIED 0x1
#endif
#ifndef XPF_TLB_CHECK_OPERATION_DATAREAD
#define XPF_TLB_CHECK_OPERATION_DATAREAD 0x3
#endif
#ifndef XPF_TLB_CHECK_OPERATION_DATAWRITE
#define XPF_TLB_CHECK_OPERATION_DATAWRITE 0x4
#endif
#ifndef XPF_TLB_CHECK_OPERATION_GENERIC
#define XPF_TLB_CHECK_OPERATION_GENERIC 0x0
#endif
#ifndef XPF_TLB_CHECK_OPERATION_GENREAD
#define XPF_TLB_CHECK_OPERATION_GENREAD 0x1
#endif
#ifndef XPF_TLB_CHECK_OPERATION_GENWRITE
#define XPF_TLB_CHECK_OPERATION_GENWRITE 0x2
#endif
#ifndef XPF_TLB_CHECK_OPERATION_INSTRUCTIONFETCH
#define XPF_TLB_CHECK_OPERATION_INSTRUCTIONFETCH 0x5
#endif
#ifndef XPF_TLB_CHECK_OPERATION_PREFETCH
#define XPF_TLB_CHECK_OPERATION_PREFETCH 0x6
#endif
#ifndef XPF_TLB_CHECK_TRANSACTIONTYPE_DATAACCESS
#define XPF_TLB_CHECK_TRANSACTIONTYPE_DATAACCESS 0x1
#endif
#ifndef XPF_TLB_CHECK_TRANSACTIONTYPE_GENERIC
#define XPF_TLB_CHECK_TRANSACTIONTYPE_GENERIC 0x2
#endif
#ifndef XPF_TLB_CHECK_TRANSACTIONTYPE_INSTRUCTION
#define XPF_TLB_CHECK_TRANSACTIONTYPE_INSTRUCTION 0x0
#endif
#ifndef XSAVE_ALIGN
#define XSAVE_ALIGN 0x40
#endif
#ifndef XSTATE_ALIGN_BIT
#define XSTATE_ALIGN_BIT 0x1
#endif
#ifndef XSTATE_ALIGN_MASK
#define XSTATE_ALIGN_MASK 0x2
#endif
#ifndef XSTATE_AMX_TILE_CONFIG
#define XSTATE_AMX_TILE_CONFIG 0x11
#endif
#ifndef XSTATE_AMX_TILE_DATA
#define XSTATE_AMX_TILE_DATA 0x12
#endif
#ifndef XSTATE_AVX
#define XSTATE_AVX 0x2
#endif
#ifndef XSTATE_AVX512_KMASK
#define XSTATE_AVX512_KMASK 0x5
#endif
#ifndef XSTATE_AVX512_ZMM
#define XSTATE_AVX512_ZMM 0x7
#endif
#ifndef XSTATE_AVX512_ZMM_H
#define XSTATE_AVX512_ZMM_H 0x6
#endif
#ifndef XSTATE_CET_S
#define XSTATE_CET_S 0xC
#endif
#ifndef XSTATE_CET_U
#define XSTATE_CET_U 0xB
#endif
#ifndef XSTATE_COMPACTION_ENABLE
#define XSTATE_COMPACTION_ENABLE 0x3F
#endif
#ifndef XSTATE_COMPACTION_ENABLE_MASK
#define XSTATE_COMPACTION_ENABLE_MASK ((LONGLONG)0x8000000000000000ULL)
#endif
#ifndef XSTATE_CONTROLFLAG_VALID_MASK
#define XSTATE_CONTROLFLAG_VALID_MASK 0x7
#endif
#ifndef XSTATE_CONTROLFLAG_XFD_MASK
#define XSTATE_CONTROLFLAG_XFD_MASK 0x4
#endif
#ifndef XSTATE_CONTROLFLAG_XSAVEC_MASK
#define XSTATE_CONTROLFLAG_XSAVEC_MASK 0x2
#endif
#ifndef XSTATE_CONTROLFLAG_XSAVEOPT_MASK
#define XSTATE_CONTROLFLAG_XSAVEOPT_MASK 0x1
#endif
#ifndef XSTATE_GSSE
#define XSTATE_GSSE 0x2
#endif
#ifndef XSTATE_IPT
#define XSTATE_IPT 0x8
#endif
#ifndef XSTATE_LEGACY_FLOATING_POINT
#define XSTATE_LEGACY_FLOATING_POINT 0x0
#endif
#ifndef XSTATE_LEGACY_SSE
#define XSTATE_LEGACY_SSE 0x1
#endif
#ifndef XSTATE_LWP
#define XSTATE_LWP 0x3E
#endif
#ifndef XSTATE_MASK_ALLOWED
#define XSTATE_MASK_ALLOWED 0x4000000000060DFFULL
#endif
#ifndef XSTATE_MASK_AMX_TILE_CONFIG
#define XSTATE_MASK_AMX_TILE_CONFIG 0x00020000
#endif
#ifndef XSTATE_MASK_AMX_TILE_DATA
#define XSTATE_MASK_AMX_TILE_DATA 0x00040000
#endif
#ifndef XSTATE_MASK_AVX
#define XSTATE_MASK_AVX 0x4
#endif
#ifndef XSTATE_MASK_AVX512
#define XSTATE_MASK_AVX512 0xE0
#endif
#ifndef XSTATE_MASK_CET_S
#define XSTATE_MASK_CET_S 0x1000
#endif
#ifndef XSTATE_MASK_CET_U
#define XSTATE_MASK_CET_U 0x800
#endif
#ifndef XSTATE_MASK_GSSE
#define XSTATE_MASK_GSSE 0x4
#endif
#ifndef XSTATE_MASK_IPT
#define XSTATE_MASK_IPT 0x100
#endif
#ifndef XSTATE_MASK_LARGE_FEATURES
#define XSTATE_MASK_LARGE_FEATURES 0x00040000
#endif
#ifndef XSTATE_MASK_LEGACY
#define XSTATE_MASK_LEGACY 0x3
#endif
#ifndef XSTATE_MASK_LEGACY_FLOATING_POINT
#define XSTATE_MASK_LEGACY_FLOATING_POINT 0x1
#endif
#ifndef XSTATE_MASK_LEGACY_SSE
#define XSTATE_MASK_LEGACY_SSE 0x2
#endif
#ifndef XSTATE_MASK_LWP
#define XSTATE_MASK_LWP 0x4000000000000000ULL
#endif
#ifndef XSTATE_MASK_MPX
#define XSTATE_MASK_MPX 0x18
#endif
#ifndef XSTATE_MASK_PASID
#define XSTATE_MASK_PASID 0x400
#endif
#ifndef XSTATE_MASK_PERSISTENT
#define XSTATE_MASK_PERSISTENT 0x4000000000000010ULL
#endif
#ifndef XSTATE_MASK_USER_VISIBLE_SUPERVISOR
#define XSTATE_MASK_USER_VISIBLE_SUPERVISOR 0x800
#endif
#ifndef XSTATE_MPX_BNDCSR
#define XSTATE_MPX_BNDCSR 0x4
#endif
#ifndef XSTATE_MPX_BNDREGS
#define XSTATE_MPX_BNDREGS 0x3
#endif
#ifndef XSTATE_PASID
#define XSTATE_PASID 0xA
#endif
#ifndef XSTATE_XFD_BIT
#define XSTATE_XFD_BIT 0x2
#endif
#ifndef XSTATE_XFD_MASK
#define XSTATE_XFD_MASK 0x4
#endif
#ifndef EXCEPTION_ACCESS_VIOLATION
#define EXCEPTION_ACCESS_VIOLATION ((LONG)0xC0000005)
#endif
#ifndef EXCEPTION_ALIGNMENT_CHECK
#define EXCEPTION_ALIGNMENT_CHECK 0x11
#endif
#ifndef EXCEPTION_ARRAY_BOUNDS_EXCEEDED
#define EXCEPTION_ARRAY_BOUNDS_EXCEEDED ((LONG)0xC000008C)
#endif
#ifndef EXCEPTION_BOUND_CHECK
#define EXCEPTION_BOUND_CHECK 0x5
#endif
#ifndef EXCEPTION_BREAKPOINT
#define EXCEPTION_BREAKPOINT ((LONG)0x80000003)
#endif
#ifndef EXCEPTION_COLLIDED_UNWIND
#define EXCEPTION_COLLIDED_UNWIND 0x40
#endif
#ifndef EXCEPTION_CONTINUABLE
#define EXCEPTION_CONTINUABLE 0x0
#endif
#ifndef EXCEPTION_CONTINUE_EXECUTION
#define EXCEPTION_CONTINUE_EXECUTION ((LONG)0xFFFFFFFF)
#endif
#ifndef EXCEPTION_CONTINUE_SEARCH
#define EXCEPTION_CONTINUE_SEARCH 0x0
#endif
#ifndef EXCEPTION_CP_FAULT
#define EXCEPTION_CP_FAULT 0x15
#endif
#ifndef EXCEPTION_DATATYPE_MISALIGNMENT
#define EXCEPTION_DATATYPE_MISALIGNMENT ((LONG)0x80000002)
#endif
#ifndef EXCEPTION_DEBUG
#define EXCEPTION_DEBUG 0x1
#endif
#ifndef EXCEPTION_DEBUG_EVENT
#define EXCEPTION_DEBUG_EVENT 0x1
#endif
#ifndef EXCEPTION_DIVIDED_BY_ZERO
#define EXCEPTION_DIVIDED_BY_ZERO 0x0
#endif
#ifndef EXCEPTION_DOUBLE_FAULT
#define EXCEPTION_DOUBLE_FAULT 0x8
#endif
#ifndef EXCEPTION_EXECUTE_FAULT
#define EXCEPTION_EXECUTE_FAULT 0x8
#endif
#ifndef EXCEPTION_EXECUTE_HANDLER
#define EXCEPTION_EXECUTE_HANDLER 0x1
#endif
#ifndef EXCEPTION_EXIT_UNWIND
#define EXCEPTION_EXIT_UNWIND 0x4
#endif
#ifndef EXCEPTION_FLT_DENORMAL_OPERAND
#define EXCEPTION_FLT_DENORMAL_OPERAND ((LONG)0xC000008D)
#endif
#ifndef EXCEPTION_FLT_DIVIDE_BY_ZERO
#define EXCEPTION_FLT_DIVIDE_BY_ZERO ((LONG)0xC000008E)
#endif
#ifndef EXCEPTION_FLT_INEXACT_RESULT
#define EXCEPTION_FLT_INEXACT_RESULT ((LONG)0xC000008F)
#endif
#ifndef EXCEPTION_FLT_INVALID_OPERATION
#define EXCEPTION_FLT_INVALID_OPERATION ((LONG)0xC0000090)
#endif
#ifndef EXCEPTION_FLT_OVERFLOW
#define EXCEPTION_FLT_OVERFLOW ((LONG)0xC0000091)
#endif
#ifndef EXCEPTION_FLT_STACK_CHECK
#define EXCEPTION_FLT_STACK_CHECK ((LONG)0xC0000092)
#endif
#ifndef EXCEPTION_FLT_UNDERFLOW
#define EXCEPTION_FLT_UNDERFLOW ((LONG)0xC0000093)
#endif
#ifndef EXCEPTION_GP_FAULT
#define EXCEPTION_GP_FAULT 0xD
#endif
#ifndef EXCEPTION_GUARD_PAGE
#define EXCEPTION_GUARD_PAGE ((LONG)0x80000001)
#endif
#ifndef EXCEPTION_ILLEGAL_INSTRUCTION
#define EXCEPTION_ILLEGAL_INSTRUCTION ((LONG)0xC000001D)
#endif
#ifndef EXCEPTION_INT3
#define EXCEPTION_INT3 0x3
#endif
#ifndef EXCEPTION_INT_DIVIDE_BY_ZERO
#define EXCEPTION_INT_DIVIDE_BY_ZERO ((LONG)0xC0000094)
#endif
#ifndef EXCEPTION_INT_OVERFLOW
#define EXCEPTION_INT_OVERFLOW ((LONG)0xC0000095)
#endif
#ifndef EXCEPTION_INVALID_DISPOSITION
#define EXCEPTION_INVALID_DISPOSITION ((LONG)0xC0000026)
#endif
#ifndef EXCEPTION_INVALID_HANDLE
#define EXCEPTION_INVALID_HANDLE ((LONG)0xC0000008)
#endif
#ifndef EXCEPTION_INVALID_OPCODE
#define EXCEPTION_INVALID_OPCODE 0x6
#endif
#ifndef EXCEPTION_INVALID_TSS
#define EXCEPTION_INVALID_TSS 0xA
#endif
#ifndef EXCEPTION_IN_PAGE_ERROR
#define EXCEPTION_IN_PAGE_ERROR ((LONG)0xC0000006)
#endif
#ifndef EXCEPTION_MAXIMUM_PARAMETERS
#define EXCEPTION_MAXIMUM_PARAMETERS 0xF
#endif
#ifndef EXCEPTION_NESTED_CALL
#define EXCEPTION_NESTED_CALL 0x10
#endif
#ifndef EXCEPTION_NMI
#define EXCEPTION_NMI 0x2
#endif
#ifndef EXCEPTION_NONCONTINUABLE
#define EXCEPTION_NONCONTINUABLE 0x1
#endif
#ifndef EXCEPTION_NONCONTINUABLE_EXCEPTION
#define EXCEPTION_NONCONTINUABLE_EXCEPTION ((LONG)0xC0000025)
#endif
#ifndef EXCEPTION_NPX_ERROR
#define EXCEPTION_NPX_ERROR 0x10
#endif
#ifndef EXCEPTION_NPX_NOT_AVAILABLE
#define EXCEPTION_NPX_NOT_AVAILABLE 0x7
#endif
#ifndef EXCEPTION_NPX_OVERRUN
#define EXCEPTION_NPX_OVERRUN 0x9
#endif
#ifndef EXCEPTION_POSSIBLE_DEADLOCK
#define EXCEPTION_POSSIBLE_DEADLOCK ((LONG)0xC0000194)
#endif
#ifndef EXCEPTION_PRIV_INSTRUCTION
#define EXCEPTION_PRIV_INSTRUCTION ((LONG)0xC0000096)
#endif
#ifndef EXCEPTION_READ_FAULT
#define EXCEPTION_READ_FAULT 0x0
#endif
#ifndef EXCEPTION_RESERVED_TRAP
#define EXCEPTION_RESERVED_TRAP 0xF
#endif
#ifndef EXCEPTION_SEGMENT_NOT_PRESENT
#define EXCEPTION_SEGMENT_NOT_PRESENT 0xB
#endif
#ifndef EXCEPTION_SE_FAULT
#define EXCEPTION_SE_FAULT 0x17
#endif
#ifndef EXCEPTION_SINGLE_STEP
#define EXCEPTION_SINGLE_STEP ((LONG)0x80000004)
#endif
#ifndef EXCEPTION_SOFTWARE_ORIGINATE
#define EXCEPTION_SOFTWARE_ORIGINATE 0x80
#endif
#ifndef EXCEPTION_STACK_FAULT
#define EXCEPTION_STACK_FAULT 0xC
#endif
#ifndef EXCEPTION_STACK_INVALID
#define EXCEPTION_STACK_INVALID 0x8
#endif
#ifndef EXCEPTION_STACK_OVERFLOW
#define EXCEPTION_STACK_OVERFLOW ((LONG)0xC00000FD)
#endif
#ifndef EXCEPTION_TARGET_UNWIND
#define EXCEPTION_TARGET_UNWIND 0x20
#endif
#ifndef EXCEPTION_UNWIND
#define EXCEPTION_UNWIND 0x66
#endif
#ifndef EXCEPTION_UNWINDING
#define EXCEPTION_UNWINDING 0x2
#endif
#ifndef EXCEPTION_VIRTUALIZATION_FAULT
#define EXCEPTION_VIRTUALIZATION_FAULT 0x20
#endif
#ifndef EXCEPTION_WRITE_FAULT
#define EXCEPTION_WRITE_FAULT 0x1
#endif
#ifndef OBJ_AUDIT_OBJECT_CLOSE
#define OBJ_AUDIT_OBJECT_CLOSE 0x4
#endif
#ifndef OBJ_CASE_INSENSITIVE
#define OBJ_CASE_INSENSITIVE 0x40
#endif
#ifndef OBJ_DONT_REPARSE
#define OBJ_DONT_REPARSE 0x1000
#endif
#ifndef OBJ_EXCLUSIVE
#define OBJ_EXCLUSIVE 0x20
#endif
#ifndef OBJ_FORCE_ACCESS_CHECK
#define OBJ_FORCE_ACCESS_CHECK 0x400
#endif
#ifndef OBJ_HANDLE_TAGBITS
#define OBJ_HANDLE_TAGBITS 0x3
#endif
#ifndef OBJ_IGNORE_IMPERSONATED_DEVICEMAP
#define OBJ_IGNORE_IMPERSONATED_DEVICEMAP 0x800
#endif
#ifndef OBJ_INHERIT
#define OBJ_INHERIT 0x2
#endif
#ifndef OBJ_KERNEL_HANDLE
#define OBJ_KERNEL_HANDLE 0x200
#endif
#ifndef OBJ_NAME_ALTPATH_SEPARATOR
#define OBJ_NAME_ALTPATH_SEPARATOR 0x2F
#endif
#ifndef OBJ_NAME_PATH_SEPARATOR
#define OBJ_NAME_PATH_SEPARATOR 0x5C
#endif
#ifndef OBJ_NO_RIGHTS_UPGRADE
#define OBJ_NO_RIGHTS_UPGRADE 0x8
#endif
#ifndef OBJ_OPENIF
#define OBJ_OPENIF 0x80
#endif
#ifndef OBJ_OPENLINK
#define OBJ_OPENLINK 0x100
#endif
#ifndef OBJ_PERMANENT
#define OBJ_PERMANENT 0x10
#endif
#ifndef OBJ_PROTECT_CLOSE
#define OBJ_PROTECT_CLOSE 0x1
#endif
#ifndef OBJ_VALID_ATTRIBUTES
#define OBJ_VALID_ATTRIBUTES 0x1FF2
#endif
#ifndef POOL_COLD_ALLOCATION
#define POOL_COLD_ALLOCATION 0x100
#endif
#ifndef POOL_CREATE_FLG_SECURE_POOL
#define POOL_CREATE_FLG_SECURE_POOL 0x1
#endif
#ifndef POOL_CREATE_FLG_USE_GLOBAL_POOL
#define POOL_CREATE_FLG_USE_GLOBAL_POOL 0x2
#endif
#ifndef POOL_CREATE_PARAMS_VERSION
#define POOL_CREATE_PARAMS_VERSION 0x1
#endif
#ifndef POOL_EXTENDED_PARAMETER_REQUIRED_FIELD_BITS
#define POOL_EXTENDED_PARAMETER_REQUIRED_FIELD_BITS 0x1
#endif
#ifndef POOL_EXTENDED_PARAMETER_TYPE_BITS
#define POOL_EXTENDED_PARAMETER_TYPE_BITS 0x8
#endif
#ifndef POOL_FLAG_CACHE_ALIGNED
#define POOL_FLAG_CACHE_ALIGNED 0x8
#endif
#ifndef POOL_FLAG_NON_PAGED
#define POOL_FLAG_NON_PAGED 0x40
#endif
#ifndef POOL_FLAG_NON_PAGED_EXECUTE
#define POOL_FLAG_NON_PAGED_EXECUTE 0x80
#endif
#ifndef POOL_FLAG_OPTIONAL_END
#define POOL_FLAG_OPTIONAL_END 0x8000000000000000ULL
#endif
#ifndef POOL_FLAG_OPTIONAL_START
#define POOL_FLAG_OPTIONAL_START 0x0000000100000000ULL
#endif
#ifndef POOL_FLAG_PAGED
#define POOL_FLAG_PAGED 0x100
#endif
#ifndef POOL_FLAG_RAISE_ON_FAILURE
#define POOL_FLAG_RAISE_ON_FAILURE 0x20
#endif
#ifndef POOL_FLAG_REQUIRED_END
#define POOL_FLAG_REQUIRED_END 0x80000000
#endif
#ifndef POOL_FLAG_REQUIRED_START
#define POOL_FLAG_REQUIRED_START 0x1
#endif
#ifndef POOL_FLAG_RESERVED1
#define POOL_FLAG_RESERVED1 0x10
#endif
#ifndef POOL_FLAG_RESERVED2
#define POOL_FLAG_RESERVED2 0x200
#endif
#ifndef POOL_FLAG_RESERVED3
#define POOL_FLAG_RESERVED3 0x400
#endif
#ifndef POOL_FLAG_SESSION
#define POOL_FLAG_SESSION 0x4
#endif
#ifndef POOL_FLAG_SPECIAL_POOL
#define POOL_FLAG_SPECIAL_POOL 0x0000000100000000ULL
#endif
#ifndef POOL_FLAG_UNINITIALIZED
#define POOL_FLAG_UNINITIALIZED 0x2
#endif
#ifndef POOL_FLAG_USE_QUOTA
#define POOL_FLAG_USE_QUOTA 0x1
#endif
#ifndef POOL_NX_ALLOCATION
#define POOL_NX_ALLOCATION 0x200
#endif
#ifndef POOL_NX_OPTIN_AUTO
#define POOL_NX_OPTIN_AUTO 0x1
#endif
#ifndef POOL_QUOTA_FAIL_INSTEAD_OF_RAISE
#define POOL_QUOTA_FAIL_INSTEAD_OF_RAISE 0x8
#endif
#ifndef POOL_RAISE_IF_ALLOCATION_FAILURE
#define POOL_RAISE_IF_ALLOCATION_FAILURE 0x10
#endif
#ifndef POOL_TAGGING
#define POOL_TAGGING 0x1
#endif
#ifndef POOL_ZEROING_INFORMATION
#define POOL_ZEROING_INFORMATION 0xE3
#endif
#ifndef POOL_ZERO_ALLOCATION
#define POOL_ZERO_ALLOCATION 0x400
#endif
