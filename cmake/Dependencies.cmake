# SPDX-License-Identifier: GPL-3.0-or-later
# Every dependency is a Debian package; the names are listed in tools/packages.txt. For Windows they are built by
# installer/windows/build-deps.
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
# The system's own before any other that is in PATH: only it sees the modules of Debian's python3-* packages.
find_program(Python3_EXECUTABLE python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT Python3_EXECUTABLE)
  unset(Python3_EXECUTABLE CACHE)
endif()
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql)
# The desktop app alone has a screen: all else is built without Qt Gui.
if(NOT DEFINED FRAMEHAND_DESKTOP)
  find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS Widgets)
endif()
option(FRAMEHAND_DESKTOP "Build the desktop app (needs Qt Widgets)" ${Qt6Widgets_FOUND})
if(FRAMEHAND_DESKTOP)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test Widgets)
  find_package(Qt6Keychain REQUIRED)
endif()
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBAV REQUIRED IMPORTED_TARGET
  libavformat>=59.27 libavcodec>=59.37 libavfilter>=8.44 libavutil>=57.28 libswresample>=4.7)
pkg_check_modules(HIREDIS REQUIRED IMPORTED_TARGET hiredis>=0.14)
pkg_check_modules(RABBITMQ REQUIRED IMPORTED_TARGET librabbitmq>=0.11)
find_package(CURL 7.88 REQUIRED)
# What one system alone has.
include("${CMAKE_CURRENT_LIST_DIR}/Dependencies${CMAKE_SYSTEM_NAME}.cmake")
