# Finds minizip, the zip reader of zlib: target MiniZip::minizip. Its headers include
# each other without folder.
include(${CMAKE_CURRENT_LIST_DIR}/plain_library.cmake)
find_package(ZLIB REQUIRED QUIET)
mp_find_plain_library(MiniZip minizip unzip.h SUFFIX minizip USES ZLIB::ZLIB)
