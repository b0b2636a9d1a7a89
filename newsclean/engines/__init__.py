"""newsclean in the engines that teams have: Spark, Ray, datatrove, Scrapy. Each is imported when it is used.

All of them clean with `newsclean.corpora.clean_batch`, or run the runner itself on each input.
"""
