# Finds minizip, the zip reader of zlib, which brings no CMake package: target
# MiniZip::minizip. Its headers include each other without folder.
find_path(MiniZip_INCLUDE_DIR unzip.h PATH_SUFFIXES minizip)
find_library(MiniZip_LIBRARY minizip)
mark_as_advanced(MiniZip_INCLUDE_DIR MiniZip_LIBRARY)

find_package(ZLIB QUIET)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(MiniZip REQUIRED_VARS MiniZip_LIBRARY MiniZip_INCLUDE_DIR ZLIB_LIBRARIES)

if(MiniZip_FOUND AND NOT TARGET MiniZip::minizip)
  add_library(MiniZip::minizip UNKNOWN IMPORTED)
  set_target_properties(MiniZip::minizip PROPERTIES
    IMPORTED_LOCATION ${MiniZip_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${MiniZip_INCLUDE_DIR}
    INTERFACE_LINK_LIBRARIES ZLIB::ZLIB)
endif()
