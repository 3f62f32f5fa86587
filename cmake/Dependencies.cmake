# SPDX-License-Identifier: GPL-3.0-or-later
# Every dependency is a Debian package; the names are listed in tools/packages.txt.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Network Sql)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBAV REQUIRED IMPORTED_TARGET
  libavformat>=59.27 libavcodec>=59.37 libavfilter>=8.44 libavutil>=57.28 libswresample>=4.7)
# Only Linux has it: the sandbox of framehand-transcoder.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp>=2.5)
  # Their headers only: the libraries are loaded while the program runs, where they are there.
  pkg_check_modules(XCB REQUIRED xcb>=1.14 xcb-screensaver>=1.14)
  add_library(XcbHeaders INTERFACE)
  target_include_directories(XcbHeaders SYSTEM INTERFACE ${XCB_INCLUDE_DIRS})
  target_link_libraries(XcbHeaders INTERFACE ${CMAKE_DL_LIBS})
endif()
