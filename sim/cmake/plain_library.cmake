# How a library is found that brings no CMake package:
#
#   mp_find_plain_library(<Package> <library> <header> [SUFFIX <folder>] [USES <target>...])
#
# sets <Package>_FOUND as find_package() expects it, and makes the target
# <Package>::<library>. SUFFIX is the folder in which its headers know each other.
include(FindPackageHandleStandardArgs)

macro(mp_find_plain_library package library header)
  cmake_parse_arguments(plain "" "SUFFIX" "USES" ${ARGN})
  find_path(${package}_INCLUDE_DIR ${header} PATH_SUFFIXES ${plain_SUFFIX})
  find_library(${package}_LIBRARY ${library})
  mark_as_advanced(${package}_INCLUDE_DIR ${package}_LIBRARY)
  find_package_handle_standard_args(${package}
    REQUIRED_VARS ${package}_LIBRARY ${package}_INCLUDE_DIR)
  if(${package}_FOUND AND NOT TARGET ${package}::${library})
    add_library(${package}::${library} UNKNOWN IMPORTED)
    set_target_properties(${package}::${library} PROPERTIES
      IMPORTED_LOCATION ${${package}_LIBRARY}
      INTERFACE_INCLUDE_DIRECTORIES ${${package}_INCLUDE_DIR}
      INTERFACE_LINK_LIBRARIES "${plain_USES}")
  endif()
endmacro()
