#!/bin/sh
# 查询机开机后打开浏览器；浏览器退出就再打开。说明见“安装说明.md”。
while :; do
  chromium --kiosk --noerrdialogs --disable-pinch --overscroll-history-navigation=0 --hide-crash-restore-bubble --no-first-run \
    --check-for-update-interval=31536000 --password-store=basic --disable-component-update --touch-events=enabled \
    --force-device-scale-factor=1 --autoplay-policy=no-user-gesture-required --enable-speech-dispatcher \
    --user-data-dir="${XDG_RUNTIME_DIR:-/tmp}/kiosk" --incognito http://127.0.0.1:8080/attract/
  sleep 2
done
