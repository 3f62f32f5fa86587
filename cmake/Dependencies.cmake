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
# The system's own before any other that is in PATH: only it sees the modules of Debian's python3-* packages.
find_program(Python3_EXECUTABLE python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT Python3_EXECUTABLE)
  unset(Python3_EXECUTABLE CACHE)
endif()
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Network Sql)
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
# Jobs that are GStreamer pipelines need it: without it they are refused.
pkg_check_modules(GSTREAMER QUIET IMPORTED_TARGET gstreamer-1.0>=1.22)
if(GSTREAMER_FOUND)
  # Its -pthread would not fit the precompiled headers, and glibc needs none.
  set_property(TARGET PkgConfig::GSTREAMER PROPERTY INTERFACE_COMPILE_OPTIONS "")
endif()
# Only Linux has it: the sandbox of framehand-transcoder.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp>=2.5)
  # Their headers only: the libraries are loaded while the program runs, where they are there.
  pkg_check_modules(XCB REQUIRED xcb>=1.14 xcb-screensaver>=1.14)
  add_library(XcbHeaders INTERFACE)
  target_include_directories(XcbHeaders SYSTEM INTERFACE ${XCB_INCLUDE_DIRS})
  target_link_libraries(XcbHeaders INTERFACE ${CMAKE_DL_LIBS})
  pkg_check_modules(WAYLAND_client REQUIRED IMPORTED_TARGET wayland-client>=1.20)
  pkg_check_modules(WAYLAND_TOOL REQUIRED wayland-scanner)
  pkg_check_modules(WAYLAND_PROTOCOLS REQUIRED wayland-protocols>=1.27) # ext-idle-notify-v1
  pkg_get_variable(WAYLAND_SCANNER wayland-scanner wayland_scanner)
  pkg_get_variable(WAYLAND_PROTOCOLS_DIR wayland-protocols pkgdatadir)
  find_package(PlasmaWaylandProtocols REQUIRED)
  set(FRAMEHAND_EXT_IDLE_XML "${WAYLAND_PROTOCOLS_DIR}/staging/ext-idle-notify/ext-idle-notify-v1.xml")
  set(FRAMEHAND_KDE_IDLE_XML "${PLASMA_WAYLAND_PROTOCOLS_DIR}/idle.xml")
endif()
