# Finds xxHash: target xxHash::xxhash.
include(${CMAKE_CURRENT_LIST_DIR}/plain_library.cmake)
mp_find_plain_library(xxHash xxhash xxhash.h)
