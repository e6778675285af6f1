// The smallest buffer of each information class, as the I/O manager checks it.
#include <flthost/io/call.h>

#include <cstddef>

namespace flthost::io {

ULONG query_length(ULONG which) {
  switch (which) {
    case FileBasicInformation:
      return sizeof(FILE_BASIC_INFORMATION);
    case FileStandardInformation:
      return sizeof(FILE_STANDARD_INFORMATION);
    case FileInternalInformation:
      return sizeof(FILE_INTERNAL_INFORMATION);
    case FileEaInformation:
      return sizeof(FILE_EA_INFORMATION);
    case FileAccessInformation:
      return sizeof(FILE_ACCESS_INFORMATION);
    case FileNameInformation:
    case FileNormalizedNameInformation:
    case FileAlternateNameInformation:
    case FileVolumeNameInformation:
      return sizeof(FILE_NAME_INFORMATION);
    case FilePositionInformation:
      return sizeof(FILE_POSITION_INFORMATION);
    case FileModeInformation:
      return sizeof(FILE_MODE_INFORMATION);
    case FileAlignmentInformation:
      return sizeof(FILE_ALIGNMENT_INFORMATION);
    case FileAllInformation:
      return sizeof(FILE_ALL_INFORMATION);
    case FileStreamInformation:
      return sizeof(FILE_STREAM_INFORMATION);
    case FileCompressionInformation:
      return sizeof(FILE_COMPRESSION_INFORMATION);
    case FileNetworkOpenInformation:
      return sizeof(FILE_NETWORK_OPEN_INFORMATION);
    case FileAttributeTagInformation:
      return sizeof(FILE_ATTRIBUTE_TAG_INFORMATION);
    case FileHardLinkInformation:
      return sizeof(FILE_LINKS_INFORMATION);
    case FileStandardLinkInformation:
      return sizeof(FILE_STANDARD_LINK_INFORMATION);
    case FileIdInformation:
      return sizeof(FILE_ID_INFORMATION);
    case FileStatInformation:
      return sizeof(FILE_STAT_INFORMATION);
    case FileStatLxInformation:
      return sizeof(FILE_STAT_LX_INFORMATION);
    case FileStatBasicInformation:
      return sizeof(FILE_STAT_BASIC_INFORMATION);
    case FileCaseSensitiveInformation:
      return sizeof(FILE_CASE_SENSITIVE_INFORMATION);
    case FileIsRemoteDeviceInformation:
      return sizeof(FILE_IS_REMOTE_DEVICE_INFORMATION);
    default:
      return 0;
  }
}

ULONG set_length(ULONG which) {
  switch (which) {
    case FileBasicInformation:
      return sizeof(FILE_BASIC_INFORMATION);
    case FileRenameInformation:
    case FileRenameInformationEx:
      return sizeof(FILE_RENAME_INFORMATION);
    case FileLinkInformation:
    case FileLinkInformationEx:
      return sizeof(FILE_LINK_INFORMATION);
    case FileDispositionInformation:
      return sizeof(FILE_DISPOSITION_INFORMATION);
    case FileDispositionInformationEx:
      return sizeof(FILE_DISPOSITION_INFORMATION_EX);
    case FilePositionInformation:
      return sizeof(FILE_POSITION_INFORMATION);
    case FileModeInformation:
      return sizeof(FILE_MODE_INFORMATION);
    case FileAllocationInformation:
      return sizeof(FILE_ALLOCATION_INFORMATION);
    case FileEndOfFileInformation:
      return sizeof(FILE_END_OF_FILE_INFORMATION);
    case FileValidDataLengthInformation:
      return sizeof(FILE_VALID_DATA_LENGTH_INFORMATION);
    case FileShortNameInformation:
      return sizeof(FILE_NAME_INFORMATION);
    case FileCaseSensitiveInformation:
      return sizeof(FILE_CASE_SENSITIVE_INFORMATION);
    default:
      return 0;
  }
}

ULONG query_volume_length(ULONG which) {
  switch (which) {
    case FileFsVolumeInformation:
      return sizeof(FILE_FS_VOLUME_INFORMATION);
    case FileFsSizeInformation:
      return sizeof(FILE_FS_SIZE_INFORMATION);
    case FileFsDeviceInformation:
      return sizeof(FILE_FS_DEVICE_INFORMATION);
    case FileFsAttributeInformation:
      return sizeof(FILE_FS_ATTRIBUTE_INFORMATION);
    case FileFsControlInformation:
      return sizeof(FILE_FS_CONTROL_INFORMATION);
    case FileFsFullSizeInformation:
      return sizeof(FILE_FS_FULL_SIZE_INFORMATION);
    case FileFsObjectIdInformation:
      return sizeof(FILE_FS_OBJECTID_INFORMATION);
    case FileFsSectorSizeInformation:
      return sizeof(FILE_FS_SECTOR_SIZE_INFORMATION);
    default:
      return 0;
  }
}

ULONG set_volume_length(ULONG which) {
  switch (which) {
    case FileFsLabelInformation:
      return sizeof(FILE_FS_LABEL_INFORMATION);
    case FileFsControlInformation:
      return sizeof(FILE_FS_CONTROL_INFORMATION);
    case FileFsObjectIdInformation:
      return sizeof(FILE_FS_OBJECTID_INFORMATION);
    default:
      return 0;
  }
}

}  // namespace flthost::io
