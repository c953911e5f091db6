# One image for web and worker; compose.yaml says which of them a container is.
FROM python:3.13-slim

RUN useradd --system --uid 10001 --home-dir /srv/lontar lontar && install -d -o lontar /data
WORKDIR /srv/lontar
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .

ENV LONTAR_DATA=/data PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 REMAP_SIGTERM=SIGQUIT MALLOC_ARENA_MAX=1
USER lontar
VOLUME /data
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "--config", "python:ops.web", "--bind", "0.0.0.0:8000", "portal.wsgi"]
